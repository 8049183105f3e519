using GitOpsTasks.Lint.Schema;

namespace GitOpsTasks.Tests.Lint.Schema;

public sealed class UsingDefinitionsOfTheRepository : SchemaChecked
{
    private const string Definition = """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.example.org}
        spec:
          group: example.org
          scope: Namespaced
          names: {kind: Widget, plural: widgets}
          versions:
            - name: v1
              served: true
              storage: true
              schema:
                openAPIV3Schema:
                  type: object
                  required: [spec]
                  properties:
                    metadata: {type: object}
                    spec:
                      type: object
                      required: [size]
                      properties:
                        size: {type: integer, minimum: 1, maximum: 9}
                        colour: {type: string, enum: [red, blue]}
                        port: {x-kubernetes-int-or-string: true}
                        free: {type: object, x-kubernetes-preserve-unknown-fields: true}
                        labels: {type: object, additionalProperties: {type: string}}
                        name: {type: string, pattern: "^[a-z]+$", maxLength: 5}
                        one: {type: object, properties: {a: {type: string}, b: {type: string}}, oneOf: [{required: [a]}, {required: [b]}]}
        """;

    [Theory]
    [InlineData("size: 1")]
    [InlineData("size: 9, colour: red, port: http, free: {x: [1]}, labels: {a: b}, name: abc, one: {a: x}")]
    [InlineData("size: 2, port: 80")]
    public async Task Takes_what_they_allow(string spec) => (await CheckAsync(spec)).ShouldBeEmpty();

    [Theory]
    [InlineData("colour: red", "GOT2203")]
    [InlineData("size: 0", "GOT2206")]
    [InlineData("size: 10", "GOT2206")]
    [InlineData("size: 1, color: red", "GOT2201")]
    [InlineData("size: 1, colour: green", "GOT2204")]
    [InlineData("size: 1, port: true", "GOT2202")]
    [InlineData("size: 1, labels: {a: 1}", "GOT2202")]
    [InlineData("size: 1, name: aB", "GOT2205")]
    [InlineData("size: 1, name: abcdef", "GOT2206")]
    [InlineData("size: 1, one: {}", "GOT2208")]
    [InlineData("size: 1, one: {a: x, b: z}", "GOT2208")]
    [InlineData("size: 1, colour: null", "GOT2207")]
    public async Task Finds_what_they_do_not(string spec, string code) => (await CheckAsync(spec)).ShouldBe([code]);

    [Fact]
    public async Task Knows_metadata_that_they_do_not_describe() => (await FindInAsync(
        new SchemaOptions(), Context, ("crd.yaml", Definition), ("a.yaml", "apiVersion: example.org/v1\nkind: Widget\nmetadata: {name: a, label: {}}\nspec: {size: 1}\n")))
        .ShouldHaveSingleItem().Message.ShouldBe("Widget has no field 'metadata.label'.");

    [Theory]
    [InlineData("", "size: 1, more: 2", new string[0])]
    [InlineData("preserveUnknownFields: false, ", "size: 1, more: 2", new[] { "GOT2201" })]
    [InlineData("", "size: x", new[] { "GOT2202" })]
    public async Task Reads_those_of_v1beta1(string preserve, string spec, string[] codes)
    {
        var definition = "apiVersion: apiextensions.k8s.io/v1beta1\nkind: CustomResourceDefinition\nmetadata: {name: widgets.example.org}\n"
            + $"spec: {{{preserve}group: example.org, version: v1, scope: Namespaced, names: {{kind: Widget, plural: widgets}}, "
            + "validation: {openAPIV3Schema: {type: object, properties: {spec: {type: object, properties: {size: {type: integer}}}}}}}\n";
        var findings = await FindInAsync(
            new SchemaOptions { KubernetesVersion = "1.15" }, Context, ("crd.yaml", definition), ("a.yaml", Widget(spec)));
        findings.Where(finding => finding.Place!.File == "a.yaml").Select(finding => finding.Code).ShouldBe(codes);
    }

    private static async Task<IEnumerable<string>> CheckAsync(string spec) =>
        (await FindInAsync(new SchemaOptions(), Context, ("crd.yaml", Definition), ("a.yaml", Widget(spec)))).Select(finding => finding.Code);

    private static string Widget(string spec) => $"apiVersion: example.org/v1\nkind: Widget\nmetadata: {{name: a}}\nspec: {{{spec}}}\n";
}
