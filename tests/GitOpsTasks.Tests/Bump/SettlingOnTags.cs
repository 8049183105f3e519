using GitOpsTasks.Bump.Selection;
using GitOpsTasks.Contracts;
using GitOpsTasks.Images;
using GitOpsTasks.Images.Policies;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Bump;

/// <summary>With image layouts in folders for registries.</summary>
public sealed class SettlingOnTags : IDisposable
{
    private readonly Workshop _workshop = new();
    private readonly List<string> _opened = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SelectionRules Newest => new() { Policy = TagPolicy.Parse("semver:*"), PolicyText = "semver:*", PinDigest = true };

    public void Dispose() => _workshop.Dispose();

    [Fact]
    public async Task Gives_the_same_tag_and_digest_as_long_as_it_is_kept()
    {
        await PushAsync("web", "1.0.0", "1.1.0");
        var selected = await SelectAsync(Newest, "web");
        await PushAsync("web", "1.2.0");

        selected.Images.ShouldHaveSingleItem().ToString().ShouldBe($"web:1.1.0@{TestImages.Manifest(TestImages.Blob("1.1.0")).Descriptor.Digest}");
        (await SelectAsync(Newest, "web")).Images[0].Tag.ShouldBe("1.2.0");
    }

    [Fact]
    public async Task Keeps_the_order_in_which_images_are_given()
    {
        await PushAsync("web", "1.0.0");
        await PushAsync("api", "2.0.0");
        await PushAsync("db", "9");
        var selected = await SelectAsync(Newest, "web", "db:9", "other=api", "api@sha256:" + new string('a', 64));
        selected.Images.Select(image => (image.Name, image.NewName, image.Tag)).ShouldBe(
            [("web", null, "1.0.0"), ("db", null, "9"), ("other", "api", "2.0.0"), ("api", null, null)]);
        _opened.ShouldBe(["web", "db", "api"]);
    }

    [Fact]
    public async Task Asks_nobody_where_nothing_has_to_be_known()
    {
        var images = await SelectAsync(SelectionRules.None, "web:1", "web=shop", "api@sha256:" + new string('a', 64));
        images.Images.Count.ShouldBe(3);
        _opened.ShouldBeEmpty();
        (await SelectAsync(new SelectionRules { Verify = true }, "web=shop")).Images.Count.ShouldBe(1);
        _opened.ShouldBeEmpty();
    }

    [Fact]
    public async Task Leaves_a_tag_that_is_to_stay()
    {
        var rules = Newest with { PinDigest = false };
        (await SelectAsync(rules, "web=shop:*")).Images.ShouldHaveSingleItem().Tag.ShouldBeNull();
        _opened.ShouldBeEmpty();
        (await Should.ThrowAsync<TaskFailedException>(() => SelectAsync(Newest, "web=shop:*"))).Diagnostics[0].Code.ShouldBe(UsageCodes.InputsContradict);
    }

    [Fact]
    public async Task Refuses_a_tag_that_is_not_allowed_before_anything_is_asked()
    {
        var rules = Newest with { AllowedTags = Re2Pattern.Parse("^1") };
        var failure = await Should.ThrowAsync<TaskFailedException>(() => SelectAsync(rules, "web", "api:2.0.0"));
        failure.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(SelectionCodes.TagRefused);
        _opened.ShouldBeEmpty();
    }

    [Fact]
    public async Task Chooses_one_of_ten_thousand()
    {
        await PushAsync("web", "1.0.0");
        var index = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(_workshop.PathOf("web/index.json"), Token))!;
        var manifests = index["manifests"]!.AsArray();
        for (var number = 0; number < 10_000; number++)
        {
            var copy = manifests[0]!.DeepClone();
            copy["annotations"]!["org.opencontainers.image.ref.name"] = $"1.{number % 100}.{number / 100}";
            manifests.Add(copy);
        }

        await File.WriteAllTextAsync(_workshop.PathOf("web/index.json"), index.ToJsonString(), Token);
        (await SelectAsync(Newest, "web")).Images[0].Tag.ShouldBe("1.99.99");
    }

    private async Task PushAsync(string name, params string[] tags)
    {
        foreach (var tag in tags)
            await TestImages.PushAsync(new OciLayout(_workshop.PathOf(name)), TestImages.Blob(tag), tag);
    }

    private async Task<SelectedImages> SelectAsync(SelectionRules rules, params string[] images)
    {
        IRegistry Open(string name)
        {
            _opened.Add(name);
            return new OciLayout(_workshop.PathOf(name));
        }

        return await new ImageSelection(rules, Open, SilentProgress.Instance)
            .ResolveAsync([.. images.Select(image => ImageArgument.Parse(image, rules))], Token);
    }
}
