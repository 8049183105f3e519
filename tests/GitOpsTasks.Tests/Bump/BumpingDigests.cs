using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Bump;

/// <summary>An old digest never stays beside a new tag: kubelets follow the digest, so that the old image would keep running.</summary>
public sealed class BumpingDigests
{
    private static readonly string s_old = "sha256:" + new string('a', 64);
    private static readonly string s_new = "sha256:" + new string('b', 64);

    private static string Edit(string path, string text, ImageUpdate update)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(Digests(text));
        var edit = ImageFileEdit.Of(new TreeFile(TreePath.Parse(path), bytes), [update], ImageEditRules.Default);
        edit.Matched.ShouldBe([update]);
        return edit.Change?.Content is { } content ? System.Text.Encoding.UTF8.GetString(content.Span) : "unchanged";
    }

    private static string Digests(string text) =>
        text.Replace("OLD", s_old, StringComparison.Ordinal).Replace("NEW", s_new, StringComparison.Ordinal);

    [Theory]
    [InlineData("web:2", null, "images:\n- name: web\n  newTag: \"2\"\n")]
    [InlineData("web:2", "NEW", "images:\n- name: web\n  newTag: \"2\"\n  digest: NEW\n")]
    [InlineData("web:2@NEW", null, "images:\n- name: web\n  newTag: \"2\"\n  digest: NEW\n")]
    [InlineData("web@NEW", null, "images:\n- name: web\n  newTag: v1\n  digest: NEW\n")]
    [InlineData("web:v1", null, "unchanged")]
    [InlineData("web:v1", "OLD", "unchanged")]
    [InlineData("web:v1", "NEW", "images:\n- name: web\n  newTag: v1\n  digest: NEW\n")]
    [InlineData("web=shop", null, "images:\n- name: web\n  newTag: v1\n  newName: shop\n")]
    [InlineData("web=shop", "NEW", "images:\n- name: web\n  newTag: v1\n  digest: NEW\n  newName: shop\n")]
    public void In_a_kustomization_that_has_tag_and_digest(string image, string? known, string expected) =>
        Edit("kustomization.yaml", "images:\n- name: web\n  newTag: v1\n  digest: OLD\n", Update(image, known)).ShouldBe(Digests(expected));

    [Theory]
    [InlineData("web:2", null, "images:\n- name: web\n  newTag: \"2\"\n")]
    [InlineData("web:2", "NEW", "images:\n- digest: NEW\n  name: web\n  newTag: \"2\"\n")]
    [InlineData("web@NEW", null, "images:\n- digest: NEW\n  name: web\n")]
    public void In_a_kustomization_that_has_a_digest_first_and_no_tag(string image, string? known, string expected) =>
        Edit("kustomization.yaml", "images:\n- digest: OLD\n  name: web\n", Update(image, known)).ShouldBe(Digests(expected));

    [Theory]
    [InlineData("web:2", null, "images: [{name: web, newTag: \"2\"}]\n")]
    [InlineData("web:2", "NEW", "images: [{name: web, digest: NEW, newTag: \"2\"}]\n")]
    public void In_a_flow_entry(string image, string? known, string expected) =>
        Edit("kustomization.yaml", "images: [{name: web, digest: OLD}]\n", Update(image, known)).ShouldBe(Digests(expected));

    [Theory]
    [InlineData("web:2", "NEW", "images:\n- name: web\n  newTag: \"2\"\n")]
    [InlineData("web:2@NEW", null, "images:\n- name: web\n  newTag: \"2\"\n  digest: NEW\n")]
    public void In_a_kustomization_that_pins_nothing(string image, string? known, string expected) =>
        Edit("kustomization.yaml", "images:\n- name: web\n  newTag: v1\n", Update(image, known)).ShouldBe(Digests(expected));

    [Theory]
    [InlineData("web:v1@OLD", "web:2", null, "web:2")]
    [InlineData("web:v1@OLD", "web:2", "NEW", "web:2@NEW")]
    [InlineData("web:v1@OLD", "web:2@NEW", null, "web:2@NEW")]
    [InlineData("web:v1@OLD", "web@NEW", null, "web:v1@NEW")]
    [InlineData("web:v1@OLD", "web:v1", null, null)]
    [InlineData("web:v1@OLD", "web:v1", "NEW", "web:v1@NEW")]
    [InlineData("web:v1@OLD", "web=shop:v1", null, "shop:v1")]
    [InlineData("web@OLD", "web:2", null, "web:2")]
    [InlineData("web:v1", "web:2", "NEW", "web:2")]
    [InlineData("web", "web:2", null, "web:2")]
    public void In_a_manifest(string image, string update, string? known, string? expected) =>
        Edit("pod.yaml", $"spec:\n  containers:\n  - image: {image} # c\n", Update(update, known))
            .ShouldBe(expected is null ? "unchanged" : Digests($"spec:\n  containers:\n  - image: {expected} # c\n"));

    private static ImageUpdate Update(string image, string? known) =>
        ImageUpdate.Parse(Digests(image)) with { KnownDigest = known is null ? null : Digests(known) };
}
