using GitOpsTasks.Parts;
using GitOpsTasks.Processes;

namespace GitOpsTasks.Hosts.Tests.MSBuild;

/// <summary>
/// A fresh project with the packed package and nothing else, a real registry with a base image for it, and a bare configuration
/// repository that deploys it.
/// </summary>
public sealed class PublishedApp(PackedHosts packed) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private DockerRegistryServer _registry = null!;

    internal BareRepository Config { get; private set; } = null!;

    // The SDK speaks to no other host without TLS, unless it is told so.
    internal string Registry => _registry.Host.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public async ValueTask InitializeAsync()
    {
        _registry = await DockerRegistryServer.StartAsync();
        await TinyBaseImage.PushAsync(_registry.Host, "base", "1.0");
        Config = await BareRepository.CreateAsync();
        await packed.PrepareAsync(_folder);
        _folder.Write("web/Program.cs", "System.Console.WriteLine(\"web\");\n");
        _folder.Write("web/web.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <RuntimeIdentifiers Condition="'$(ContainerRuntimeIdentifiers)' != ''">$(ContainerRuntimeIdentifiers)</RuntimeIdentifiers>
                <SelfContained>false</SelfContained>
                <UseAppHost>false</UseAppHost>
                <EnableRuntimePackDownload>false</EnableRuntimePackDownload>
                <EnableAppHostPackDownload>false</EnableAppHostPackDownload>
                <ContainerRegistry>{Registry}</ContainerRegistry>
                <ContainerRepository>acme/web</ContainerRepository>
                <ContainerBaseImage>{Registry}/base:1.0</ContainerBaseImage>
                <GitOpsBumpRepository>{Config.FullPath}</GitOpsBumpRepository>
                <GitOpsBumpPush>true</GitOpsBumpPush>
                <GitOpsBumpAuthor>Acme CI &lt;ci@example.com&gt;</GitOpsBumpAuthor>
                <GitOpsBumpCommitter>Acme CI &lt;ci@example.com&gt;</GitOpsBumpCommitter>
              </PropertyGroup>
              <ItemGroup><PackageReference Include="GitOpsTasks.MSBuild" Version="{packed.Version}" PrivateAssets="all" /></ItemGroup>
            </Project>
            """);
    }

    public async ValueTask DisposeAsync()
    {
        Config.Dispose();
        await _registry.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Publishes and bumps in one command, as a person would write it.</summary>
    internal Task<ProcessResult> PublishAsync(params string[] args) => DotNet.RunAsync(
        _folder.PathOf("web"), ["publish", "-t:PublishContainer;GitOpsBump", "-maxCpuCount:1", "-v:minimal", .. args]);

    /// <summary>Makes the configuration repository's main branch deploy a version of it.</summary>
    internal Task<string> DeployAsync(string tag) => Config.CommitAsync("main", "deploy/web.yaml", Manifests.Deployment($"{Registry}/acme/web:{tag}"));

    /// <summary>What the main branch deploys.</summary>
    internal Task<string?> DeployedAsync() => Config.ReadAsync("main", "deploy/web.yaml");

    /// <summary>The digest the registry has for a tag.</summary>
    internal async Task<string> DigestAsync(string tag)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Head, $"http://{_registry.Host}/v2/acme/web/manifests/{tag}");
        foreach (var kind in (string[])["oci.image.index.v1", "oci.image.manifest.v1", "docker.distribution.manifest.v2", "docker.distribution.manifest.list.v2"])
            request.Headers.Accept.ParseAdd($"application/vnd.{kind}+json");
        using var answer = (await http.SendAsync(request)).EnsureSuccessStatusCode();
        return answer.Headers.GetValues("Docker-Content-Digest").Single();
    }
}
