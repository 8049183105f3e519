using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Bump;

public sealed class BumpingKustomizations() : BumpedFiles("k")
{
    private const string Bom = "\uFEFF";
    private const string File = "k/kustomization.yaml";

    private const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, annotations: {tag: 1.4.0}}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              initContainers: [{name: wait, image: web}]
              containers:
              - {name: web, image: web}
              - {name: api, image: api}
              - {name: proxy, image: webproxy}

        """;

    public static TheoryData<string, string> Kustomizations { get; } = new()
    {
        { "comments everywhere", "# head\nresources: # r\n# between\n- ../base # b\n\n\n# images\nimages: # i\n# first\n- name: web # n\n  # tag\n  newTag: 1.4.0 # {\"$imagepolicy\": \"flux-system:web:tag\"}\n  # tail\n# end\n" },
        { "comment without space before the next key", "resources:\n- ../base\nimages:\n- newTag: 1.4.0    #c\n  name: web\n" },
        { "odd indentation", "resources:\n        - ../base\nimages:\n     -    name:    web\n          newTag:      1.4.0   \n" },
        { "compact list", "images:\n- name: web\n  newTag: 1.4.0\nresources:\n- ../base\n" },
        { "wide list", "images:\n    -   name: web\n        newTag: 1.4.0\nresources:\n    -   ../base\n" },
        { "dash on a line of its own", "resources:\n- ../base\nimages:\n-\n  name: web\n  newTag: 1.4.0\n" },
        { "CRLF", "resources:\r\n- ../base\r\nimages:\r\n- name: web\r\n  newTag: 1.4.0\r\n- name: api\r\n  newTag: 2.0.0\r\n" },
        { "mixed line ends", "resources:\r\n- ../base\nimages:\r\n- name: web\n  newTag: 1.4.0\r\n" },
        { "no final newline", "resources:\n- ../base\nimages:\n- name: web\n  newTag: 1.4.0" },
        { "no final newline, with spaces", "resources:\n- ../base\nimages:\n- name: web\n  newTag: 1.4.0   " },
        { "byte order mark", Bom + "resources:\n- ../base\nimages:\n- name: web\n  newTag: 1.4.0\n" },
        { "single quotes", "resources:\n- ../base\nimages:\n- name: 'web'\n  newTag: '1.4.0'\n" },
        { "double quotes", "resources:\n- ../base\nimages:\n- \"name\": \"web\"\n  \"newTag\": \"1.4.0\" # c\n" },
        { "escapes", "resources:\n- ../base\nimages:\n- name: web\n  newTag: \"1.\\x34.0\"\n" },
        { "anchor", "resources:\n- ../base\nimages:\n- name: web\n  newTag: &tag 1.4.0\n" },
        { "anchor and alias of one image", "resources:\n- ../base\nimages:\n- name: web\n  newTag: &tag 1.4.0\n- name: web\n  newTag: *tag\n" },
        { "alias to an anchor above", "resources:\n- ../base\ncommonAnnotations:\n  tag: &tag 1.4.0\nimages:\n- name: web\n  newTag: *tag\n" },
        { "anchored entry", "resources:\n- ../base\nimages:\n- &web\n  name: web\n  newTag: 1.4.0\n" },
        { "tagged scalar", "resources:\n- ../base\nimages:\n- name: web\n  newTag: !!str 1.4.0\n" },
        { "flow entries", "resources: [../base]\nimages: [{name: api, newTag: 2.0.0}, {name: web, newTag: 1.4.0}] # c\n" },
        { "flow entries over lines", "resources: [../base]\nimages: [\n  {name: api, newTag: 2.0.0},\n  {name: web,\n   newTag: 1.4.0},\n]\n" },
        { "flow entry in a block list", "resources:\n- ../base\nimages:\n- {name: web, newTag: \"1.4.0\"}\n- {newTag: 2.0.0, name: api}\n" },
        { "JSON", "{\"resources\": [\"../base\"], \"images\": [{\"name\": \"web\", \"newTag\": \"1.4.0\"}]}\n" },
        { "several images", "resources:\n- ../base\nimages:\n- name: webproxy\n  newTag: 1.4.0\n- name: web\n  newTag: 1.4.0\n- name: api\n  newTag: 1.4.0\n" },
        { "moved to another name", "resources:\n- ../base\nimages:\n- name: web\n  newName: registry.example.com:5000/shop/web\n  newTag: 1.4.0\n" },
        { "tag suffix", "resources:\n- ../base\nimages:\n- name: web\n  newTag: 1.4.0\n  tagSuffix: -alpine\n" },
        { "document start and end", "%YAML 1.1\n---\nresources:\n- ../base\nimages:\n- name: web\n  newTag: 1.4.0\n...\n" },
        { "patch that looks the same", "resources:\n- ../base\npatches:\n- patch: |-\n    - op: add\n      path: /metadata/annotations/newTag\n      value: 'newTag: 1.4.0'\n  target: {kind: Deployment}\nimages:\n- name: web\n  newTag: 1.4.0\n" },
        { "keys in another case", "resources:\n- ../base\nImages:\n- Name: web\n  newtag: 1.4.0\n" },
        { "wide characters before it", "resources:\n- ../base\ncommonAnnotations: {ü: 😀é}\nimages: [{name: api, newTag: 2.0.0}, {name: web, newTag: 1.4.0}]\n" },
    };

    [Theory]
    [MemberData(nameof(Kustomizations))]
    public async Task Changes_one_line_and_the_image_alone(string style, string text)
    {
        var before = await PrepareAsync(text);
        var result = await DoneAsync("web:1.5.0");
        result.Changed.ShouldBeTrue(style);
        (await NumstatAsync()).ShouldBe([$"1\t1\t{File}"]);
        ShouldDifferInTheImageAlone(before, await KustomizeAsync("k"), "1.5.0");
        (await DoneAsync("web:1.5.0")).Changed.ShouldBeFalse();
        (await NumstatAsync()).ShouldBe([$"1\t1\t{File}"]);
    }

    [Theory]
    [InlineData("1.10")]
    [InlineData("20240101")]
    [InlineData("0123e4")]
    [InlineData("2024-01-01")]
    [InlineData("1_000")]
    [InlineData("yes")]
    [InlineData("null")]
    [InlineData("0x1f")]
    [InlineData("1.")]
    public async Task Writes_a_tag_that_reads_as_something_else_as_a_string(string tag)
    {
        var before = await PrepareAsync("resources:\n- ../base\nimages:\n- name: web\n  newTag: 1.4.0\n");
        await DoneAsync("web:" + tag);
        Place.Read(File).ShouldBe($"resources:\n- ../base\nimages:\n- name: web\n  newTag: \"{tag}\"\n");
        ShouldDifferInTheImageAlone(before, await KustomizeAsync("k"), tag);
    }

    [Theory]
    [InlineData("1.4.3")]
    [InlineData("v1.10")]
    [InlineData("1.10-rc1")]
    [InlineData("abc123")]
    [InlineData("e1")]
    public async Task Leaves_a_tag_that_reads_as_a_string_without_quotes(string tag)
    {
        var before = await PrepareAsync("resources:\n- ../base\nimages:\n- name: web\n  newTag: 1.4.0\n");
        await DoneAsync("web:" + tag);
        Place.Read(File).ShouldContain($"  newTag: {tag}\n");
        ShouldDifferInTheImageAlone(before, await KustomizeAsync("k"), tag);
    }

    [Theory]
    [InlineData("1.10", "1.11", "\"1.11\"")]
    [InlineData("1.10", "1.11.0", "1.11.0")]
    [InlineData("1.10", "1.10", "\"1.10\"")]
    [InlineData("553640e6", "abc1234", "abc1234")]
    public async Task Mends_an_old_tag_that_reads_as_a_number(string old, string tag, string written)
    {
        await PrepareAsync($"resources:\n- ../base\nimages:\n- name: web\n  newTag: {old} # c\n", builds: false);
        await DoneAsync("web:" + tag);
        Place.Read(File).ShouldContain($"  newTag: {written} # c\n");
        (await NumstatAsync()).ShouldBe([$"1\t1\t{File}"]);
        (await KustomizeAsync("k")).Select(line => line.Trim(' ', '-')).ShouldContain($"image: web:{tag}");
    }

    [Fact]
    public async Task Bumps_a_component()
    {
        Place.Write("outer/kustomization.yaml", "resources: [../base]\ncomponents: [../k]\n");
        await PrepareAsync("apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nimages:\n- name: web\n  newTag: 1.4.0\n", builds: false);
        var before = await KustomizeAsync("outer");
        await DoneAsync("web:1.5.0");
        (await NumstatAsync()).ShouldBe([$"1\t1\t{File}"]);
        ShouldDifferInTheImageAlone(before, await KustomizeAsync("outer"), "1.5.0");
    }

    [Fact]
    public async Task Bumps_every_document_of_a_stream()
    {
        const string text = "images:\n- name: web\n  newTag: 1.4.0\n---\n# second\nimages:\n- name: web\n  newTag: \"1.3.0\"\n---\n";
        await PrepareAsync(text, builds: false);
        await DoneAsync("web:1.5.0");
        Place.Read(File).ShouldBe(text.Replace("1.4.0", "1.5.0", StringComparison.Ordinal).Replace("1.3.0", "1.5.0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_what_else_an_alias_changes()
    {
        await PrepareAsync("resources:\n- ../base\nimages:\n- name: web\n  newTag: &tag 1.4.0\n- name: api\n  newTag: *tag\n");
        var outcome = await BumpAsync("web:1.5.0");
        var note = outcome.Diagnostics.ShouldHaveSingleItem();
        (note.Severity, note.Code, note.Place!.ToString()).ShouldBe((Severity.Note, "GOT3011", $"{File}:7:11"));
        (await NumstatAsync()).ShouldBe([$"1\t1\t{File}"]);
    }

    [Fact]
    public async Task Bumps_two_images_that_share_a_value_at_the_anchor()
    {
        await PrepareAsync("resources:\n- ../base\nimages:\n- name: web\n  newTag: &tag 1.4.0\n- name: api\n  newTag: *tag\n");
        (await DoneAsync("web:1.5.0", "api:1.5.0")).Edits.Count.ShouldBe(2);
        (await NumstatAsync()).ShouldBe([$"1\t1\t{File}"]);
    }

    [Fact]
    public async Task Refuses_to_give_two_images_that_share_a_value_two_values()
    {
        await PrepareAsync("resources:\n- ../base\nimages:\n- name: web\n  newTag: &tag 1.4.0\n- name: api\n  newTag: *tag\n");
        (await BumpAsync("web:1.5.0", "api:1.6.0")).ExitCode.ShouldBe(ExitCode.Findings);
        (await NumstatAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Finds_an_image_by_the_name_it_is_moved_to()
    {
        await PrepareAsync("resources:\n- ../base\nimages:\n- name: web\n  newName: ghcr.io/acme/web\n  newTag: 1.4.0\n");
        await DoneAsync("ghcr.io/acme/web:1.5.0");
        (await NumstatAsync()).ShouldBe([$"1\t1\t{File}"]);
    }

    [Fact]
    public async Task Tells_every_place_that_changed()
    {
        await PrepareAsync("resources:\n- ../base\nimages:\n- name: web\n  newTag: 1.4.0\n");
        (await DoneAsync("web:1.5.0")).Edits.ShouldBe([new BumpedField(File, 5, 11, "web", "newTag", "1.4.0", "1.5.0")]);
    }

    private async Task<string[]> PrepareAsync(string kustomization, bool builds = true)
    {
        Place.Write("base/kustomization.yaml", "resources: [deployment.yaml]\n");
        Place.Write("base/deployment.yaml", Deployment);
        Place.Write(File, kustomization);
        await Place.CommitAllAsync();
        return builds ? await KustomizeAsync("k") : [];
    }

    private static void ShouldDifferInTheImageAlone(string[] before, string[] after, string tag)
    {
        after.Length.ShouldBe(before.Length);
        var changed = before.Zip(after).Where(pair => pair.First != pair.Second).ToList();
        changed.ShouldNotBeEmpty();
        changed.ShouldAllBe(pair => pair.First.Replace("1.4.0", tag, StringComparison.Ordinal) == pair.Second
            && (pair.Second.Contains("web:" + tag, StringComparison.Ordinal) || pair.Second.TrimStart().StartsWith("tag:", StringComparison.Ordinal)));
    }
}
