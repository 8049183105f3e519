using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Images.Policies;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Edits;

/// <summary>Of concurrent writers, each runs its edit on what the one before it left: this is what makes the newest version win.</summary>
public sealed class KeepingNewerVersions
{
    private static readonly string s_digest = "sha256:" + new string('a', 64);
    private static readonly string s_other = "sha256:" + new string('b', 64);
    private static readonly ImageEditRules s_rules = new() { AllowDowngrade = false };

    /// <summary>Every kind of place, in every style it comes in, with VERSION for the version.</summary>
    public static TheoryData<string, string> Places => new()
    {
        { "kustomization.yaml", "images:\n- name: web\n  newTag: \"VERSION\" # c\n" },
        { "kustomization.yaml", "images:\n- name: web\n  newName: mirror.example.com/web\n  newTag: \"VERSION\"\n" },
        { "kustomization.yaml", "images: [{name: web, newTag: 'VERSION'}]\n" },
        { "kustomization.yaml", "imageTags:\r\n- name: web\r\n  newTag: 'VERSION'\r\n" },
        { "Kustomization", "Images:\n  - newtag: 'VERSION'\n    name: web\n" },
        { "kustomization.yml", "kind: Component\napiVersion: kustomize.config.k8s.io/v1alpha1\nimages:\n- name: web\n  newTag: &v 'VERSION'\n" },
        { "deploy.yaml", "spec:\n  containers:\n  - image: web:VERSION\n" },
        { "deploy.yaml", "spec: {initContainers: [{image: \"web:VERSION\"}]}" },
        { "kustomization.yaml", "patches:\n- patch: |-\n    kind: Deployment\n    metadata: {name: a}\n    spec:\n      template:\n        spec:\n          containers:\n          - name: a\n            image: web:VERSION\n" },
        { "kustomization.yaml", "patches:\n- target: {kind: Deployment}\n  patch: |-\n    - op: replace\n      path: /spec/template/spec/containers/0/image\n      value: web:VERSION\n" },
        { "values.yaml", "image:\n  repository: web\n  tag: 'VERSION'\n" },
        { "values.yaml", "image: \"web:VERSION\"\n" },
        { "release.yaml", "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nspec:\n  values:\n    image:\n      repository: web\n      tag: 'VERSION'\n" },
        { "app.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  source:\n    kustomize:\n      images:\n      - web=registry.example.com/web:VERSION\n" },
        { "app.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  source:\n    helm:\n      values: |\n        image:\n          repository: web\n          tag: 'VERSION'\n" },
        { "list.yaml", "a: b\n---\nkind: List\nitems:\n- spec:\n    ephemeralContainers:\n    - image: &i web:VERSION\n" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public void Leaves_a_newer_one_and_says_where(string path, string text)
    {
        var edit = Edit(path, text, "1.10.0", "web:1.9.0");

        edit.Change.ShouldBeNull();
        edit.Fields.ShouldBeEmpty();
        edit.Matched.ShouldHaveSingleItem();
        var kept = edit.Superseded.ShouldHaveSingleItem();
        (kept.Subject, kept.Old, kept.New).ShouldBe(("web", "1.10.0", "1.9.0"));
        var line = text[..text.IndexOf("VERSION", StringComparison.Ordinal)].Split('\n');
        (kept.Place.File, kept.Place.Line).ShouldBe((path, line.Length));
        kept.Place.Column.ShouldBeInRange(1, line[^1].Length + 1);
        var note = edit.Diagnostics.ShouldHaveSingleItem();
        (note.Code, note.Place).ShouldBe((EditCodes.Superseded, kept.Place));
        note.Message.ShouldContain("1.10.0");
        note.Message.ShouldContain("1.9.0");
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Writes_a_newer_one_over_an_older(string path, string text) =>
        Written(Edit(path, text, "1.9.0", "web:1.10.0")).ShouldBe(text.Replace("VERSION", "1.10.0", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Places))]
    public void Writes_what_has_no_order(string path, string text) =>
        Written(Edit(path, text, "abc1234", "web:v1")).ShouldBe(text.Replace("VERSION", "v1", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Places))]
    public void Goes_back_where_it_is_allowed_to(string path, string text)
    {
        var edit = Edit(path, text, "1.10.0", "web:1.9.0", new ImageEditRules { AllowDowngrade = true });
        Written(edit).ShouldBe(text.Replace("VERSION", "1.9.0", StringComparison.Ordinal));
        edit.Superseded.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("kustomization.yaml", "images:\n- name: web\n  newTag: 1.10.0\n  digest: D\n")]
    [InlineData("kustomization.yaml", "images:\n- name: web\n  newTag: 1.10.0@D\n")]
    [InlineData("pod.yaml", "spec:\n  containers:\n  - image: web:1.10.0@D\n")]
    public void Changes_nothing_of_a_place_that_is_pinned(string path, string text)
    {
        text = text.Replace("D", s_digest, StringComparison.Ordinal);
        foreach (var image in new[] { "web:1.9.0", $"web:1.9.0@{s_other}", $"web=mirror.example.com/web:1.9.0@{s_other}" })
        {
            var edit = Edit(path, text, "", image);
            edit.Change.ShouldBeNull(image);
            edit.Superseded.Count.ShouldBe(1);
        }

        var known = ImageUpdate.Parse("web:1.9.0") with { KnownDigest = s_other };
        ImageFileEdit.Of(File(path, text), [known], s_rules).Change.ShouldBeNull();
    }

    [Theory]
    [InlineData("images:\n- name: web\n  newTag: 1.10.0\n  digest: OLD\n", "web:1.10.0@NEW", "images:\n- name: web\n  newTag: 1.10.0\n  digest: NEW\n")]
    [InlineData("images:\n- name: web\n  newTag: 1.10.0\n  digest: OLD\n", "web@NEW", "images:\n- name: web\n  newTag: 1.10.0\n  digest: NEW\n")]
    [InlineData("images:\n- name: web\n  digest: OLD\n", "web:1.9.0", "images:\n- name: web\n  newTag: 1.9.0\n")]
    [InlineData("images:\n- name: web\n  newName: shop\n  newTag: 1.10.0\n", "web=other:1.9.0", "images:\n- name: web\n  newName: other\n  newTag: 1.9.0\n")]
    [InlineData("images:\n- name: web\n  newTag: v1.10.0\n", "web:1.10.0", "images:\n- name: web\n  newTag: 1.10.0\n")]
    public void Writes_what_is_not_older(string text, string image, string expected) =>
        Digests(Written(Edit("kustomization.yaml", Digests(text), "", Digests(image)))).ShouldBe(Digests(expected));

    [Fact]
    public void Judges_each_place_by_itself()
    {
        var edit = Edit("pods.yaml", "spec:\n  containers:\n  - image: web:1.8.0\n  - image: web:VERSION\n  - image: web:latest\n", "1.10.0", "web:1.9.0");

        Written(edit).ShouldBe("spec:\n  containers:\n  - image: web:1.9.0\n  - image: web:1.10.0\n  - image: web:1.9.0\n");
        edit.Superseded.ShouldHaveSingleItem().Place.Line.ShouldBe(4);
    }

    [Fact]
    public void Goes_by_the_policy_in_force()
    {
        var filter = new TagFilter(Re2Pattern.Parse("^main-[0-9a-f]+-([0-9]+)$"), "$1");
        var rules = s_rules with { Order = TagOrder.By(TagPolicy.Parse("numerical:asc"), filter) };
        const string text = "spec:\n  containers:\n  - image: web:main-fff-200\n";

        Edit("pod.yaml", text, "", "web:main-aaa-100", rules).Change.ShouldBeNull();
        Edit("pod.yaml", text, "", "web:main-aaa-100").Change.ShouldNotBeNull();
        Edit("pod.yaml", text, "", "web:main-aaa-300", rules).Change.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Comes_out_at_the_highest_in_whatever_order_writers_land(string path, string text) => Check.One(
        FsCheck.Config.QuickThrowOnFailure.WithMaxTest(100),
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            string[] versions = [.. Enumerable.Range(0, 20).Select(patch => $"1.{patch / 7}.{patch}")];
            random.Shuffle(versions);
            var file = File(path, text.Replace("VERSION", "0.1.0", StringComparison.Ordinal));
            foreach (var version in versions)
                file = ImageFileEdit.Of(file, [ImageUpdate.Parse($"web:{version}")], s_rules).Change is { Content: { } content } ? file with { Content = content } : file;
            Text(file.Content).ShouldBe(text.Replace("VERSION", "1.2.19", StringComparison.Ordinal));
        }));

    private static ImageFileEdit Edit(string path, string text, string version, string image, ImageEditRules? rules = null) =>
        ImageFileEdit.Of(File(path, text.Replace("VERSION", version, StringComparison.Ordinal)), [ImageUpdate.Parse(image)], rules ?? s_rules);

    private static TreeFile File(string path, string text) => new(TreePath.Parse(path), Encoding.UTF8.GetBytes(text));

    private static string Digests(string text) =>
        text.Replace("OLD", s_digest, StringComparison.Ordinal).Replace("NEW", s_other, StringComparison.Ordinal);

    private static string Written(ImageFileEdit edit) => Text(edit.Change.ShouldNotBeNull().Content.ShouldNotBeNull());

    private static string Text(ReadOnlyMemory<byte> content) => Encoding.UTF8.GetString(content.Span);
}
