namespace GitOpsTasks.Tests.Lint.Policy;

public sealed class CheckingLabels : PolicyChecked
{
    [Theory]
    [InlineData("app: web", 0)]
    [InlineData("app.kubernetes.io/name: web", 0)]
    [InlineData("a: ''", 0)]
    [InlineData("a: ~", 0)]
    [InlineData("a: 1.4.2_beta", 0)]
    [InlineData("a: ${NAME}", 0)]
    [InlineData("a: $(NAME)", 0)]
    [InlineData("a: '{{ .name }}'", 0)]
    [InlineData("a: 012345678901234567890123456789012345678901234567890123456789012", 0)]
    [InlineData("a: 0123456789012345678901234567890123456789012345678901234567890123", 1)]
    [InlineData("a: -web", 1)]
    [InlineData("a: web.", 1)]
    [InlineData("a: web/api", 1)]
    [InlineData("a: \"web\\n\"", 1)]
    [InlineData("a: é", 1)]
    [InlineData("'': web", 1)]
    [InlineData("/a: web", 1)]
    [InlineData("Example.com/a: web", 1)]
    [InlineData("example..com/a: web", 1)]
    [InlineData("a/b/c: web", 1)]
    public async Task As_an_api_server_does(string label, int count) =>
        (await PlacesAsync("invalid-label", ("a.yaml", $"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels:\n    {label}\n"))).Length.ShouldBe(count);

    [Theory]
    [InlineData("apps/v1", "Deployment", 2)]
    [InlineData("example.com/v1", "Thing", 0)]
    public async Task Where_labels_stand(string apiVersion, string kind, int count) => (await PlacesAsync(
        "invalid-label",
        ("a.yaml", $"apiVersion: {apiVersion}\nkind: {kind}\nspec: {{selector: {{matchLabels: {{a: '*'}}}}, template: {{metadata: {{labels: {{a: '*'}}}}}}}}\n"))).Length.ShouldBe(count);
}
