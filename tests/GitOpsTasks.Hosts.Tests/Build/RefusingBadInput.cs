using System.Text.Json;

namespace GitOpsTasks.Hosts.Tests.Build;

/// <summary>The real command with input that cannot be: exit code 2, a code, and a message that names what is wrong.</summary>
public sealed class RefusingBadInput : IDisposable
{
    private readonly BuildWorkplace _work = new();

    public void Dispose() => _work.Dispose();

    [Theory]
    [InlineData("--image none", "GOT5001", "has no image 'none'")]
    [InlineData("--platform linux", "GOT5002", "has the platform 'linux'")]
    [InlineData("--tags type=raw,value=" + LongTag, "GOT5004", "128")]
    [InlineData("--tags type=nonsense", "GOT5003", "nonsense")]
    [InlineData("--push --tags type=ref,event=pr", "GOT5005", "has no tag")]
    [InlineData("--builder podman", "GOT1002", "'podman' is not a value for the input 'builder'")]
    [InlineData("--sbom perhaps", "GOT1002", "'perhaps' is not a value for the input 'sbom'")]
    [InlineData("--build-arg =x", "GOT1002", "'=x' is not a value for the input 'build-arg'")]
    [InlineData("--attach sbom.json", "GOT1002", "'sbom.json' is not a value for the input 'attach'")]
    [InlineData("--attach application/json=none.json", "GOT1004", "none.json' does not exist")]
    [InlineData("--config none.yaml", "GOT1004", "none.yaml")]
    [InlineData("--images ghcr.io/acme/web --push", "GOT1003", "built elsewhere")]
    [InlineData("--copy-from a:b:c --images a/b", "GOT1002", "'a:b:c' is not a reference")]
    [InlineData("--copy-from a/b:1", "GOT1001", "needs 'images'")]
    [InlineData("--copy-from a/b:1 --images a/c --sbom", "GOT1003", "'copy-from' and 'sbom'")]
    [InlineData("--artifact site --images a/c --metadata-only", "GOT1003", "'artifact' and 'metadata-only'")]
    [InlineData("--artifact none --images a/c", "GOT1004", "none' does not exist")]
    [InlineData("--artifact site --images https://robot:s3cret@ghcr.io/acme/web", "GOT5040", "")]
    public async Task Of_the_command_line(string line, string code, string message)
    {
        _work.DescribeLayers("ghcr.io/acme/web");
        await RefusesAsync(line, code, message);
    }

    [Theory]
    [InlineData("ghcr.io/acme/Web", "layers: [{ from: site, to: /srv }]", "")]
    [InlineData("ghcr.io/acme/web:1.0", "layers: [{ from: site, to: /srv }]", "")]
    [InlineData("https://robot:s3cret@ghcr.io/acme/web", "layers: [{ from: site, to: /srv }]", "")]
    [InlineData("ghcr.io/acme/web", "layers: [{ from: none, to: /srv }]", "none' does not exist")]
    [InlineData("ghcr.io/acme/web", "layers: [{ from: site, to: srv }]", "")]
    [InlineData("ghcr.io/acme/web", "artifact: out", "artifact")]
    [InlineData("ghcr.io/acme/web", "builder: layers", "no layers")]
    [InlineData("ghcr.io/acme/web", "layers: [{ from: site, to: /srv }]\n    sbom: perhaps", "perhaps")]
    public async Task Of_an_image(string repository, string lines, string message)
    {
        _work.Describe(repository, lines);
        Directory.CreateDirectory(_work.PathOf("site"));
        await RefusesAsync("", null, message);
    }

    private const string LongTag =
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private async Task RefusesAsync(string line, string? code, string message)
    {
        var answer = await _work.RunAsync($"{line} --output json --metadata-file out.json");

        answer.ExitCode.ShouldBe(2, answer.Out + answer.Error);
        answer.Out.ShouldNotContain("s3cret");
        answer.Error.ShouldNotContain("s3cret");
        using var document = JsonDocument.Parse(answer.Out);
        var diagnostic = document.RootElement.GetProperty("diagnostics").EnumerateArray().First();
        if (code is not null)
            diagnostic.GetProperty("code").GetString().ShouldBe(code);
        diagnostic.GetProperty("message").GetString()!.ShouldContain(message);
        diagnostic.GetProperty("advice").GetString().ShouldNotBeNullOrEmpty();
        File.Exists(_work.PathOf("out.json")).ShouldBeFalse();
        Directory.EnumerateFileSystemEntries(_work.Scratch).Where(entry => Path.GetFileName(entry).StartsWith("gitops-", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
