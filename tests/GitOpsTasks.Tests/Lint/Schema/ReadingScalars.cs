namespace GitOpsTasks.Tests.Lint.Schema;

/// <summary>Scalars have the types that Kubernetes' reader gives them, which is one of YAML 1.1.</summary>
public sealed class ReadingScalars : SchemaChecked
{
    [Theory]
    [InlineData("text")]
    [InlineData("'1'")]
    [InlineData("2026-01-31")]
    [InlineData("22:30")]
    [InlineData("1.2.3")]
    [InlineData("!!str 12")]
    [InlineData("=")]
    [InlineData("0x")]
    public async Task Texts_are(string value) => (await CodesAsync(ConfigMap(value))).ShouldBeEmpty();

    [Theory]
    [InlineData("1")]
    [InlineData("yes")]
    [InlineData("on")]
    [InlineData("0x1f")]
    [InlineData("1e3")]
    [InlineData("1_000")]
    [InlineData(".5")]
    [InlineData("!!int 5")]
    public async Task Texts_are_not(string value) => (await CodesAsync(ConfigMap(value))).ShouldBe(["GOT2202"]);

    [Theory]
    [InlineData("1")]
    [InlineData("1.0")]
    [InlineData("1e2")]
    [InlineData("0x10")]
    [InlineData("010")]
    [InlineData("1_0")]
    [InlineData("-1")]
    public async Task Integers_are(string value) => (await CodesAsync(Deployment(value))).ShouldBeEmpty();

    [Theory]
    [InlineData("1.5", "GOT2202")]
    [InlineData("'1'", "GOT2202")]
    [InlineData("yes", "GOT2202")]
    [InlineData("[1]", "GOT2202")]
    [InlineData(".inf", "GOT2202")]
    [InlineData("2147483648", "GOT2205")]
    public async Task Integers_are_not(string value, string code) => (await CodesAsync(Deployment(value))).ShouldBe([code]);

    [Theory]
    [InlineData("500m", true)]
    [InlineData("1.5Gi", true)]
    [InlineData("2", true)]
    [InlineData("0.5", true)]
    [InlineData("1e3", true)]
    [InlineData("'12E2'", true)]
    [InlineData(".5Ki", true)]
    [InlineData("1GB", false)]
    [InlineData("1 Gi", false)]
    [InlineData("Gi", false)]
    [InlineData("'1.5.2'", false)]
    [InlineData("true", false)]
    public async Task Quantities(string value, bool isOne) => (await CodesAsync(
        $"apiVersion: v1\nkind: ResourceQuota\nspec: {{hard: {{cpu: {value}}}}}\n")).Length.ShouldBe(isOne ? 0 : 1);

    [Theory]
    [InlineData("80", true)]
    [InlineData("http", true)]
    [InlineData("'80'", true)]
    [InlineData("1.5", false)]
    [InlineData("true", false)]
    public async Task Numbers_or_names(string value, bool isOne) => (await CodesAsync(
        $"apiVersion: v1\nkind: Service\nspec: {{ports: [{{port: 1, targetPort: {value}}}]}}\n")).Length.ShouldBe(isOne ? 0 : 1);

    private static string ConfigMap(string value) => $"apiVersion: v1\nkind: ConfigMap\ndata: {{a: {value}}}\n";

    private static string Deployment(string value) => $"apiVersion: apps/v1\nkind: Deployment\nspec: {{replicas: {value}, selector: {{}}, template: {{}}}}\n";
}
