using GitOpsTasks.Contracts;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Tests.Yaml;

public sealed class FindingByPath
{
    private const string Deployment = """
        metadata:
          name: web
          annotations:
            a.b/c: dotted
            it's "it": quoted
            "": empty
        spec:
          template:
            spec:
              containers:
              - name: web
                image: web:1
                env: [{name: A, value: "1"}, {name: x y, value: "2"}]
              - name: side
                image: side:2
                ports:
                - port: 80
              initContainers:
              - metadata: {name: web}
                image: init:3
        """;

    [Theory]
    [InlineData("metadata.name", "web")]
    [InlineData("spec.template.spec.containers[0].image", "web:1")]
    [InlineData("spec.template.spec.containers[-1].image", "side:2")]
    [InlineData("spec.template.spec.containers[*].image", "web:1", "side:2")]
    [InlineData("spec.template.spec.containers.*.image", "web:1", "side:2")]
    [InlineData("spec.template.spec.*[*].image", "web:1", "side:2", "init:3")]
    [InlineData("spec.template.spec.containers[name=side].image", "side:2")]
    [InlineData("spec.template.spec.containers[name='side'].image", "side:2")]
    [InlineData("spec..env[name=\"x y\"].value", "2")]
    [InlineData("spec..env[name=x y].value", "2")]
    [InlineData("spec.template.spec.initContainers[metadata.name=web].image", "init:3")]
    [InlineData("spec.template.spec.containers[!ports].image", "web:1")]
    [InlineData("..image", "web:1", "side:2", "init:3")]
    [InlineData("**.image", "web:1", "side:2", "init:3")]
    [InlineData("spec.**.containers.**.image", "web:1", "side:2")]
    [InlineData("**.**.image", "web:1", "side:2", "init:3")]
    [InlineData("..[name=A].value", "1")]
    [InlineData("metadata.annotations[\"a.b/c\"]", "dotted")]
    [InlineData("metadata.annotations.'a.b/c'", "dotted")]
    [InlineData("metadata.annotations['it''s \"it\"']", "quoted")]
    [InlineData("metadata.annotations[\"\"]", "empty")]
    [InlineData("metadata.annotations[1]", "quoted")]
    [InlineData("metadata[name=web]")]
    [InlineData("[\"metadata\"].name", "web")]
    [InlineData("metadata[a.b=c]")]
    [InlineData("spec.template.spec.containers[2]")]
    [InlineData("spec.template.spec.containers[-3]")]
    [InlineData("spec.template.spec.containers.name")]
    [InlineData("metadata.name.more")]
    [InlineData("none..image")]
    public void Gives_the_nodes_in_document_order(string path, params string[] expected) => Texts(path, Deployment).ShouldBe(expected);

    [Fact]
    public void Gives_the_root_for_the_empty_path() =>
        YamlPath.Parse("").Find(Document.Root(Deployment)).ToList().Select(node => node.Index).ShouldBe([0]);

    [Fact]
    public void Searches_every_document_of_a_file() =>
        YamlPath.Parse("kind").FindAll(Document.Parse("kind: A\n---\n- kind: B\n---\nkind: C\n")).ToList().Select(n => n.Value).ShouldBe(["A", "C"]);

    [Fact]
    public void Tells_the_way_it_went()
    {
        var root = Document.Root("base: &base {image: {tag: '1'}}\nweb:\n  - *base\n");
        List<string> chain = [];
        foreach (var match in YamlPath.Parse("web[0].image.tag").Find(root))
            chain = [.. match.Chain.ToArray().Select(node => $"{node.Kind} {node.Place.Line}")];
        chain.ShouldBe(["Mapping 1", "Sequence 3", "Alias 3", "Mapping 1", "Scalar 1"]);
    }

    [Fact]
    public void Gives_an_alias_as_it_is_written() =>
        YamlPath.Parse("b").Find(Document.Root("a: &x 1\nb: *x\n")).First()!.Value.Kind.ShouldBe(YamlKind.Alias);

    [Theory]
    [InlineData("a: &a {x: 1}\nb: {<<: *a}\n", "b.x", "1")]
    [InlineData("a: &a {x: 1}\nb: {<<: *a, x: 2}\n", "b.x", "2")]
    [InlineData("a: &a {x: 1}\nb: {x: 2, <<: *a}\n", "b.*", "2")]
    [InlineData("a: &a {x: 1, y: 3}\nb: {x: 2, <<: *a}\n", "b.*", "2", "3")]
    [InlineData("a: &a {x: 1}\nc: &c {x: 2, y: 3}\nb: {<<: [*a, *c]}\n", "b.*", "1", "3")]
    [InlineData("a: &a {x: 1}\nc: &c {<<: *a, y: 3}\nb: {<<: *c}\n", "b[*]", "1", "3")]
    [InlineData("a: &a {x: 1}\nc: &c {<<: *a, y: 3}\nb: {<<: *c}\n", "b.x", "1")]
    [InlineData("a: &a {x: 1}\nb: {<<: {x: 2}}\n", "b.x", "2")]
    [InlineData("a: &a {x: 1}\nb: {<<: *a}\n", "b.<<.x", "1")]
    [InlineData("a: &a {x: 1}\nb: {'<<': *a}\n", "b.x")]
    [InlineData("a: &a {x: 1}\nb: {<<: *a, y: 2}\n", "b..x", "1")]
    [InlineData("a: &a {name: n}\nb: [{<<: *a, y: 2}]\n", "b[name=n].y", "2")]
    [InlineData("a: &a {name: n}\nb: [{<<: *a, y: 2}]\n", "b[!name].y")]
    [InlineData("a: &a {x: {y: 1}}\nb: *a\n", "b.x.y", "1")]
    [InlineData("a: &a k\nb: {*a : 1}\n", "b.k", "1")]
    public void Goes_through_aliases_and_merge_keys(string text, string path, params string[] expected) => Texts(path, text).ShouldBe(expected);

    [Theory]
    [InlineData("&a [*a]", "..*", 1)]
    [InlineData("&a {x: *a}", "**", 2)]
    [InlineData("&a {<<: *a, x: 1}", "..x", 1)]
    [InlineData("&a {<<: *a, x: 1}", "[*]", 1)]
    [InlineData("&a {<<: [*a, *a], x: {<<: *a}}", "..x", 1)]
    [InlineData("&a [{<<: *a}]", "[y=1]", 0)]
    public void Ends_where_aliases_go_in_a_circle(string text, string path, int count) =>
        YamlPath.Parse(path).Find(Document.Root(text)).ToList().Count.ShouldBe(count);

    [Fact]
    public void Gives_up_on_aliases_that_stand_for_more_than_its_budget()
    {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 9).Select(
            i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));
        var root = Document.Root(text);
        Should.Throw<TaskFailedException>(() => YamlPath.Parse("..none").Find(root).ToList())
            .Diagnostics[0].Code.ShouldBe(YamlCodes.TooLarge);
        YamlPath.Parse("a9[0][0][0][0][0][0][0][0][0][0]").Find(root).First()!.Value.Value.ShouldBe("x");
    }

    [Fact]
    public void Allocates_nothing_for_a_node()
    {
        var path = YamlPath.Parse("[*].b[c=1].d");
        var few = Document.Root(string.Concat(Enumerable.Repeat("- {b: [{c: 1, d: 2}]}\n", 10)));
        var many = Document.Root(string.Concat(Enumerable.Repeat("- {b: [{c: 1, d: 2}]}\n", 1000)));
        Allocated(few).ShouldBe(Allocated(few));
        Allocated(many).ShouldBe(Allocated(few));

        long Allocated(YamlNode root)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var match in path.Find(root))
                _ = match.Node;
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static IEnumerable<string> Texts(string path, string text) =>
        YamlPath.Parse(path).Find(Document.Root(text)).ToList().Select(node => node.Resolved.Value);
}
