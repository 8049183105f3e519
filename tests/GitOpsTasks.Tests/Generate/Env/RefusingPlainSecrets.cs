using GitOpsTasks.Contracts;

namespace GitOpsTasks.Tests.Generate.Env;

public sealed class RefusingPlainSecrets : IDisposable
{
    private readonly Workshop _workshop = new();

    public void Dispose() => _workshop.Dispose();

    [Theory]
    [InlineData("DB_PASSWORD=hunter22")]
    [InlineData("API_KEY=0b1946ac92492d23")]
    [InlineData("URL=postgres://web:hunter22@db/web")]
    [InlineData("DB=Server=db;User Id=web;Password=hunter22")]
    [InlineData("KEY=AKIA2E0A8F3B24K7Q1ZP")]
    [InlineData("X=-----BEGIN RSA PRIVATE KEY-----")]
    public async Task In_an_env_file(string line)
    {
        _workshop.Write("web.env", $"A=1\n{line}\n");
        _workshop.Write("web.yaml", Workshop.FiveLines + "envFile: web.env\n");
        var outcome = await _workshop.RunAsync("web.yaml");
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        var finding = outcome.Diagnostics.Single(one => one.Severity == Severity.Error).ToString();
        finding.ShouldStartWith("web.env:2:1: error GOT4009: ");
        finding.ShouldNotContain("hunter22");
    }

    [Theory]
    [InlineData("DB_PASSWORD=")]
    [InlineData("DB_PASSWORD=changeme")]
    [InlineData("DB_PASSWORD_FILE=/run/secrets/db")]
    [InlineData("TOKEN_LIFETIME=3600")]
    [InlineData("AUTH_TOKEN=https://login.example.com/token")]
    [InlineData("URL=postgres://db/web")]
    [InlineData("TLS_SECRET=web-tls")]
    public async Task But_not_what_only_sounds_like_one(string line)
    {
        _workshop.Write("web.env", line + "\n");
        await _workshop.GenerateAsync(Workshop.FiveLines + "envFile: web.env\n");
    }

    [Fact]
    public async Task In_the_spec_and_in_an_environment()
    {
        _workshop.Write("web.yaml", Workshop.FiveLines + "env: { API_TOKEN: hunter22 }\nenvironments:\n  dev: { env: { DB_PASSWORD: hunter33 } }\n");
        var outcome = await _workshop.RunAsync("web.yaml");
        outcome.Diagnostics.Select(finding => finding.ToString()[..28]).ShouldBe(["web.yaml:6:19: error GOT4009", "web.yaml:8:30: error GOT4009"]);
    }

    [Fact]
    public async Task Unless_they_are_public()
    {
        _workshop.Write("web.env", "API_TOKEN=hunter22\n");
        await _workshop.GenerateAsync(Workshop.FiveLines + "envFile: web.env\nenv: { DB_PASSWORD: hunter33 }\nenvPublic: [API_TOKEN, DB_PASSWORD]\nenvironments: { dev: {} }\n");
        _workshop.Read("apps/web/base/configmap.yaml").ShouldContain("API_TOKEN: hunter22\n");
    }

    [Fact]
    public async Task Reads_files_of_an_environment_in_its_own_way()
    {
        _workshop.Write("a.env", "A='a'\n");
        _workshop.Write("b.env", "export B='b' # c\n");
        await _workshop.GenerateAsync(Workshop.FiveLines + "envFile: a.env\nenvironments: { dev: { envFormat: dotenv, envFile: b.env } }\n");
        var built = await _workshop.KustomizeAsync("apps/web/overlays/dev");
        built.ShouldContain("A: '''a'''\n");
        built.ShouldContain("B: b\n");
    }
}
