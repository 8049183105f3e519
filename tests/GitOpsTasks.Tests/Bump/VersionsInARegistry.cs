using GitOpsTasks.Bump;
using GitOpsTasks.Bump.Selection;
using GitOpsTasks.Contracts;
using GitOpsTasks.Edits;
using GitOpsTasks.Images;
using GitOpsTasks.Parts;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Git;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Bump;

/// <summary>A real registry with some versions of an image, and files to bump.</summary>
public abstract class VersionsInARegistry : IAsyncLifetime
{
    private protected readonly Workplace _place = new();
    private protected DockerRegistryServer _server = null!;

    private protected string Web => $"{_server.Host}/acme/web";

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await DockerRegistryServer.StartAsync();
        foreach (var tag in (string[])["1.9.0", "1.10.0", "2.0.0-rc.1", "latest", "main-aaa-200", "main-fff-100", "1.10"])
            await PushAsync(tag);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        _place.Dispose();
    }

    private protected static void ShouldAdvise(TaskOutcome outcome, string code, string text)
    {
        var diagnostic = outcome.Diagnostics.First(diagnostic => diagnostic.Code == code);
        diagnostic.Message.ShouldContain(text);
        diagnostic.Advice.ShouldNotBeNullOrEmpty();
    }

    private protected void WriteKustomization(string tag) =>
        _place.Write("kustomization.yaml", $"images:\n- name: {Web}\n  newTag: {tag} # c\n");

    private protected string DigestOf(string tag) => TestImages.Manifest(TestImages.Blob(tag)).Descriptor.Digest;

    private protected async Task PushAsync(string tag) =>
        await TestImages.PushAsync(new RegistryClient(_place.Context(), Web), TestImages.Blob(tag), tag);

    private protected async Task<TaskOutcome> BumpAsync(params (string Name, string? Value)[] inputs)
    {
        var values = inputs.Aggregate(new InputValues(), (all, input) => all.Add(input.Name, input.Value));
        return await BumpTask.Declaration.RunAsync(values, _place.Context(), Token);
    }

    private protected async Task<BumpResult> DoneAsync(params (string Name, string? Value)[] inputs)
    {
        var outcome = await BumpAsync(inputs);
        outcome.ExitCode.ShouldBe(ExitCode.Done, string.Join('\n', outcome.Diagnostics));
        return (BumpResult)outcome.UntypedResult!;
    }
}
