using GitOpsTasks.Bump;
using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Parts;
using GitOpsTasks.Trees;

namespace GitOpsTasks.Tests.Bump;

/// <summary>Overlays that build an image for which they have no entry.</summary>
public abstract class AddedEntries() : BumpedFiles("apps/overlays")
{
    private protected const string Dev = "apps/overlays/dev/kustomization.yaml";
    private protected const string Prod = "apps/overlays/prod/kustomization.yaml";

    private protected static string Pod(params string[] images) =>
        "apiVersion: v1\nkind: Pod\nmetadata: {name: pod}\nspec:\n  containers:\n" + string.Concat(images.Select((image, at) => $"  - {{name: c{at}, image: \"{image}\"}}\n"));

    public static TheoryData<string, string> Styles { get; } = new()
    {
        { "resources:\n- ../../base\n", "resources:\n- ../../base\nimages:\n- name: web\n  newTag: v2\n" },
        { "resources:\n  - ../../base\n# tail\n", "resources:\n  - ../../base\nimages:\n  - name: web\n    newTag: v2\n# tail\n" },
        { "resources:\n- ../../base", "resources:\n- ../../base\nimages:\n- name: web\n  newTag: v2" },
        { "resources:\r\n- ../../base\r\n", "resources:\r\n- ../../base\r\nimages:\r\n- name: web\r\n  newTag: v2\r\n" },
        { "\uFEFFresources: [../../base]\n", "\uFEFFresources: [../../base]\nimages:\n- name: web\n  newTag: v2\n" },
        { "images:\n- name: api # a\n  newTag: v1 # b\n\nresources:\n- ../../base\n", "images:\n- name: api # a\n  newTag: v1 # b\n- name: web\n  newTag: v2\n\nresources:\n- ../../base\n" },
        { "images:\n    -   name: 'api'\n        newTag: 'v1'\nresources: [../../base]\n", "images:\n    -   name: 'api'\n        newTag: 'v1'\n    -   name: 'web'\n        newTag: 'v2'\nresources: [../../base]\n" },
        { "images:\n- name: api\n  newTag: \"1.10\"\nresources: [../../base]\n", "images:\n- name: api\n  newTag: \"1.10\"\n- name: web\n  newTag: v2\nresources: [../../base]\n" },
        { "images:\n- {name: api, newTag: \"v1\"}\nresources: [../../base]\n", "images:\n- {name: api, newTag: \"v1\"}\n- {name: web, newTag: \"v2\"}\nresources: [../../base]\n" },
        { "images: [{name: api, newTag: v1}] # c\nresources: [../../base]\n", "images: [{name: api, newTag: v1}, {name: web, newTag: v2}] # c\nresources: [../../base]\n" },
        { "images: []\nresources: [../../base]\n", "images: [{name: web, newTag: v2}]\nresources: [../../base]\n" },
        { "images:\nresources: [../../base]\n", "images:\n- name: web\n  newTag: v2\nresources: [../../base]\n" },
        { "Images:\n- Name: api\n  newtag: v1\nresources: [../../base]\n", "Images:\n- Name: api\n  newtag: v1\n- name: web\n  newTag: v2\nresources: [../../base]\n" },
        { "{\"resources\": [\"../../base\"]}\n", "{\"resources\": [\"../../base\"], \"images\": [{\"name\": \"web\", \"newTag\": \"v2\"}]}\n" },
    };

    private protected async Task<int> ReadsAsync(string path)
    {
        var tree = new CountedTree(new WorkTree(Place.Folder));
        await BumpEdit.Over([TreePath.Parse(path)], allowNoMatch: false, GitOpsTasks.Edits.ImageEditRules.Default)(
            tree, new Plan { Images = [ImageUpdate.Parse("web:v2")], MadeAt = default }, Token);
        return tree.Reads;
    }

    private protected async Task<string[]> PrepareAsync(string pod, string? builds = null)
    {
        Place.Write("apps/base/kustomization.yaml", "resources: [pod.yaml]\n");
        Place.Write("apps/base/pod.yaml", pod);
        await Place.CommitAllAsync();
        return builds is null ? [] : await KustomizeAsync(builds);
    }

    private protected async Task ShouldBuildAsync(string folder, string[] before, (string Old, string New) image)
    {
        var expected = before.Select(line => line.EndsWith(" " + image.Old, StringComparison.Ordinal) ? line[..^image.Old.Length] + image.New : line).ToArray();
        expected.ShouldNotBe(before);
        (await KustomizeAsync(folder)).ShouldBe(expected);
    }
}
