using System.Collections.Concurrent;
using GitOpsTasks.Contracts;
using GitOpsTasks.Lint.Manifests;
using GitOpsTasks.Lint.Schema;
using GitOpsTasks.Lint.Schema.Sources;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Tests.Lint.Schema;

public sealed class UsingSchemaLocations : SchemaChecked, IDisposable
{
    private const string Schema = """
        { "definitions": { "size": { "type": ["integer", "null"], "exclusiveMinimum": 0 } }, "type": "object", "required": ["spec"],
          "properties": { "apiVersion": { "const": "example.org/v1" }, "kind": { "type": "string" }, "metadata": { "type": "object" },
            "spec": { "type": "object", "additionalProperties": false, "properties": { "size": { "$ref": "#/definitions/size" },
              "to": { "oneOf": [ { "type": "string" }, { "type": "integer" } ] } } } } }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("gitops-schemas-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("size: 3, to: a", null)]
    [InlineData("size: null", null)]
    [InlineData("size: 0", "GOT2206")]
    [InlineData("sise: 1", "GOT2201")]
    [InlineData("to: true", "GOT2208")]
    public async Task Reads_files(string spec, string? code)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "widget_v1.json"), Schema);
        var findings = await CheckAsync($"{_folder}/{{{{ .ResourceKind }}}}_{{{{.ResourceAPIVersion}}}}.json", spec);
        findings.Select(finding => finding.Code).ShouldBe(code is null ? [] : [code]);
    }

    [Fact]
    public async Task Asks_a_server_once_for_each_schema_and_keeps_it()
    {
        var asked = new ConcurrentQueue<string>();
        await using var server = new LoopbackServer(async request =>
        {
            asked.Enqueue(request.Request.Path.Value!);
            request.Response.StatusCode = request.Request.Path.Value == "/example.org/widget_v1.json" ? 200 : 404;
            if (request.Response.StatusCode == 200)
                await request.Response.WriteAsync(Schema);
        });
        var location = server.Url + "/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json";
        (await CheckAsync(location, "sise: 1", "default")).Select(finding => finding.Code).ShouldBe(["GOT2201"]);
        (await CheckAsync(location, "size: 1", "default")).ShouldBeEmpty();
        asked.Count(path => path == "/example.org/widget_v1.json").ShouldBe(1);
        asked.ShouldContain("/v1/namespace_v1.json");
    }

    [Fact]
    public async Task Fails_where_a_server_fails()
    {
        await using var server = new LoopbackServer(request =>
        {
            request.Response.StatusCode = 403;
            return Task.CompletedTask;
        });
        var failure = await Should.ThrowAsync<TaskFailedException>(() => CheckAsync(server.Url + "/{{.ResourceKind}}.json", "size: 1"));
        failure.ExitCode.ShouldBe(ExitCode.External);
        failure.Diagnostics[0].Code.ShouldBe("GOT2221");
    }

    [Theory]
    [InlineData("https://example.org", "apps/v1", "Deployment", "https://example.org/v1.30.0-standalone-strict/deployment-apps-v1.json")]
    [InlineData("https://example.org/", "v1", "Service", "https://example.org/v1.30.0-standalone-strict/service-v1.json")]
    [InlineData("x/{{.Group}}/{{ .ResourceKind }}_{{.ResourceAPIVersion}}.json", "a.b/v2", "Cd", "x/a.b/cd_v2.json")]
    [InlineData("{{.Group}}.json", "v1", "Pod", "v1.json")]
    [InlineData("{{.ResourceKind}}{{.KindSuffix}}.json", "networking.k8s.io/v1", "Ingress", "ingress-networking-v1.json")]
    public void Reads_the_templates_of_kubeconform(string template, string apiVersion, string kind, string address) =>
        SchemaLocation.Parse(template).For(new KindName(apiVersion, kind), "1.30.0").ShouldBe(address);

    [Theory]
    [InlineData("{{.Nothing}}.json", "'.Nothing' is not known")]
    [InlineData("{{.Group.json", "a '{{' is not closed")]
    public void Refuses_other_templates(string template, string reason) =>
        Should.Throw<TaskFailedException>(() => SchemaLocation.Parse(template)).Diagnostics[0].Message.ShouldContain(reason);

    private async Task<IReadOnlyList<Diagnostic>> CheckAsync(string location, string spec, params string[] others)
    {
        var context = Context with { Environment = new EnvironmentSnapshot([new("XDG_CACHE_HOME", _folder)]) };
        var options = new SchemaOptions { Locations = [.. others.Prepend(location).Select(SchemaLocation.Parse)] };
        var namespaced = others.Length > 0 ? "\n---\napiVersion: v1\nkind: Namespace\n" : "";
        return await FindInAsync(options, context, ("a.yaml", $"apiVersion: example.org/v1\nkind: Widget\nspec: {{{spec}}}{namespaced}\n"));
    }
}
