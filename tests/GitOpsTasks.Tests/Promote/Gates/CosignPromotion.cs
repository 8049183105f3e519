using System.Text;
using GitOpsTasks.Parts;
using GitOpsTasks.Processes;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Promote.Gates;

/// <summary>A promotion of an image that the real cosign has signed or attested in a real registry, offline.</summary>
public abstract class CosignPromotion : GatedPromotion
{
    private const string Password = "of-tests";

    private DockerRegistryServer _server = null!;
    private string _cosign = "";

    protected string Image => $"{_server.Host}/acme/web";

    protected string Digest { get; private set; } = "";

    protected RegistryClient Registry => new(Context, Image);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _cosign = RequiredPart.Find("cosign");
        _server = await DockerRegistryServer.StartAsync();
        foreach (var (environment, version) in new[] { ("dev", "1.5.0"), ("staging", "1.4.0") })
        {
            await Remote.CommitAsync(
                "main", $"apps/web/overlays/{environment}/kustomization.yaml", $"resources: [../../base]\nimages:\n- name: web\n  newName: {Image}\n  newTag: {version}\n");
        }

        Digest = (await SampleImageAsync("1.5.0")).Digest;
    }

    public override async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Pushes an image without anything about it.</summary>
    protected async Task<OciDescriptor> SampleImageAsync(string tag)
    {
        await TestImages.PushAsync(Registry, TestImages.Blob($"image {tag}"), tag);
        return (await Registry.ResolveAsync(tag, Token))!;
    }

    /// <summary>Makes NAME.key and NAME.pub.</summary>
    protected Task MakeKeyAsync(string name) => CosignAsync([], "generate-key-pair", $"--output-key-prefix={name}");

    protected Task SignAsync(string key, params string[] more) =>
        CosignAsync([], ["sign", $"--key={key}.key", "--tlog-upload=false", "--yes", .. more, $"{Image}@{Digest}"]);

    /// <summary>Runs cosign to its end; returns what it says on standard output.</summary>
    protected async Task<string> CosignAsync((string Name, string Value)[] variables, params string[] arguments)
    {
        var result = await SystemProcessRunner.RunAsync(
            new ProcessCommand(_cosign, arguments)
            {
                WorkingDirectory = Place.Folder,
                Environment = Place.Context([("COSIGN_PASSWORD", Password), .. variables.Select(variable => (variable.Name, (string?)variable.Value))]).Environment,
                Deadline = TimeSpan.FromMinutes(2),
            },
            Token);
        result.Succeeded.ShouldBeTrue($"cosign {string.Join(' ', arguments)}: {result.Error}");
        return Encoding.UTF8.GetString(result.Output.Span);
    }
}
