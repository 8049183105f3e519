namespace GitOpsTasks.Tests.Merge;

public sealed class MergingOtherFiles : MergedVersions
{
    private const string Values =
        "web:\n  image:\n    repository: acme/web\n    tag: 1.0.0\n    digest: \"\"\n  replicas: 2\napi:\n  image:\n    registry: ghcr.io\n    repository: acme/api\n    tag: \"2.0\"\n";

    private static string With(string text, params (string Old, string New)[] changes) =>
        changes.Aggregate(text, (current, change) => current.Replace(change.Old, change.New, StringComparison.Ordinal));

    [Fact]
    public async Task Takes_both_tags_of_a_values_file() =>
        (await CleanAsync(Values, With(Values, ("1.0.0", "1.1.0")), With(Values, ("\"2.0\"", "2.1.0")), "values-dev.yaml"))
            .ShouldBe(With(Values, ("1.0.0", "1.1.0"), ("\"2.0\"", "2.1.0")));

    [Fact]
    public async Task Takes_a_repository_and_a_tag_of_one_group() =>
        (await CleanAsync(Values, With(Values, ("acme/web", "mirror/web")), With(Values, ("1.0.0", "1.1.0")), "values.yaml"))
            .ShouldBe(With(Values, ("acme/web", "mirror/web"), ("1.0.0", "1.1.0")));

    [Fact]
    public async Task Marks_a_tag_and_a_digest_that_do_not_belong_together() =>
        (await ConflictAsync(Values, With(Values, ("1.0.0", "1.1.0")), With(Values, ("digest: \"\"", "digest: sha256:abc")), "values.yaml"))
            .ShouldContain("<<<<<<< ours\n");

    [Fact]
    public async Task Keeps_the_groups_that_both_sides_add() =>
        (await CleanAsync(
            Values, Values + "\ndb:\n  image: {repository: db, tag: a}\n", Values + "\n# the queue\nqueue:\n  image:\n    repository: q\n    tag: b\n", "values.yaml"))
            .ShouldBe(Values + "\ndb:\n  image: {repository: db, tag: a}\n\n# the queue\nqueue:\n  image:\n    repository: q\n    tag: b\n");

    [Fact]
    public async Task Leaves_a_group_that_both_sides_add_differently_to_git()
    {
        var merged = await MergeAsync(Values, Values + "db:\n  replicas: 1\n  image: db:1\n", Values + "db:\n  replicas: 2\n  image: db:1\n", "values.yaml");
        merged.ExitCode.ShouldBe(1);
        merged.Text.ShouldContain("<<<<<<< ours\n  replicas: 1\n=======\n  replicas: 2\n>>>>>>> theirs\n");
    }

    [Theory]
    [InlineData("web:1.0", "web:1.1", "web:1.0", "web:1.1")]
    [InlineData("web:1.0", "ghcr.io/a/web:1.0", "web:1.1", "ghcr.io/a/web:1.1")]
    [InlineData("web:1.0", "web:1.1", "ghcr.io/a/web:1.0", "ghcr.io/a/web:1.1")]
    [InlineData("web:1.0", "web:1.1", "web:1.1", "web:1.1")]
    [InlineData("web:1.0", "web:1.1", "web:1.2", null)]
    [InlineData("web:1.0", "a/web:1.1", "b/web:1.0", null)]
    public async Task Merges_references_of_containers(string @base, string ours, string theirs, string? expected)
    {
        static string Pod(string web, string api) =>
            $"kind: Pod\nspec:\n  containers:\n  - name: web\n    image: {web}\n  - name: api\n    image: '{api}'\n";
        var (o, a, b) = (Pod(@base, "api:1"), Pod(ours, "api:1"), Pod(theirs, "api:2"));
        if (expected is null)
            (await ConflictAsync(o, a, b, "pod.yaml")).ShouldContain("image: 'api:2'\n");
        else
            (await CleanAsync(o, a, b, "pod.yaml")).ShouldBe(Pod(expected, "api:2"));
    }

    [Fact]
    public async Task Does_not_take_a_container_without_a_name_for_another()
    {
        static string Pod(params string[] images) => "spec:\n  containers:\n" + string.Concat(images.Select(image => $"  - image: {image}\n"));
        (await MergeAsync(Pod("web:1", "api:1"), Pod("api:1", "web:1"), Pod("web:2", "api:1"), "pod.yaml")).ExitCode.ShouldBe(1);
        (await CleanAsync(Pod("web:1", "api:1"), Pod("web:2", "api:1"), Pod("web:1", "api:2"), "pod.yaml")).ShouldBe(Pod("web:2", "api:2"));
    }

    [Fact]
    public async Task Follows_documents_that_one_side_moves()
    {
        static string App(string name, string tag) => $"kind: App\nmetadata:\n  name: {name}\nspec:\n  image: {name}:{tag}\n";
        (await CleanAsync($"{App("a", "1")}---\n{App("b", "1")}", $"{App("a", "1")}---\n{App("b", "2")}", $"{App("a", "2")}---\n{App("b", "1")}", "apps.yaml"))
            .ShouldBe($"{App("a", "2")}---\n{App("b", "2")}");
    }

    [Fact]
    public async Task Merges_the_images_and_parameters_of_an_Application()
    {
        const string app = "kind: Application\nspec:\n  source:\n    kustomize:\n      images:\n      - web:1\n      - api=ghcr.io/api:1\n    helm:\n      parameters:\n      - name: a.image.tag\n        value: a1\n      - name: b.tag\n        value: b1\n";
        (await CleanAsync(app, With(app, ("web:1", "web:2"), ("a1", "a2")), With(app, ("api:1", "api:2"), ("b1", "b2")), "app.yaml"))
            .ShouldBe(With(app, ("web:1", "web:2"), ("a1", "a2"), ("api:1", "api:2"), ("b1", "b2")));
    }

    [Fact]
    public async Task Merges_what_has_a_Flux_marker()
    {
        const string text = "a: 1.0 # {\"$imagepolicy\": \"x:a:tag\"}\nb: 1.0 # {\"$imagepolicy\": \"x:b:tag\"}\n";
        (await CleanAsync(text, With(text, ("a: 1.0", "a: 1.1")), With(text, ("b: 1.0", "b: 1.2")), "settings.yaml"))
            .ShouldBe(With(text, ("a: 1.0", "a: 1.1"), ("b: 1.0", "b: 1.2")));
    }
}
