using GitOpsTasks.Contracts;
using GitOpsTasks.Init;

namespace GitOpsTasks.Tests.Init;

public sealed class ReadingADockerfile : IDisposable
{
    private readonly Site _site = new();

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("FROM scratch\nEXPOSE 8080", "port: 8080")]
    [InlineData("FROM scratch\nEXPOSE 8080/tcp 53/udp", "- name: http\n  port: 8080\n- name: udp-53\n  port: 53\n  protocol: udp")]
    [InlineData("FROM scratch\nEXPOSE 8000-8001", "- name: http\n  port: 8000\n- name: tcp-8001\n  port: 8001")]
    [InlineData("FROM scratch\nARG PORT=7000\nEXPOSE $PORT", "port: 7000")]
    [InlineData("FROM scratch AS base\nARG PORT=7000\nFROM base\nEXPOSE $PORT", "port: 7000")]
    [InlineData("ARG PORT=7001\nFROM scratch\nARG PORT\nEXPOSE ${PORT}", "port: 7001")]
    [InlineData("FROM scratch\nENV A=70 B=02\nEXPOSE ${A}${B}", "port: 7002")]
    [InlineData("FROM scratch\nENV PORT 7003\nEXPOSE ${PORT:-1}", "port: 7003")]
    [InlineData("FROM scratch\nEXPOSE ${NONE:-7004}", "port: 7004")]
    [InlineData("# escape=`\nFROM scratch\nEXPOSE `\n# a comment\n\n  7005", "port: 7005")]
    [InlineData("FROM scratch\nRUN <<EOF\nEXPOSE 1\nEOF\nEXPOSE 7006", "port: 7006")]
    [InlineData("FROM scratch\nRUN <<-'A' cat <<B\n\tEXPOSE 1\n\tA\nEXPOSE 2\nB\nEXPOSE 7007", "port: 7007")]
    [InlineData("FROM scratch AS base\nEXPOSE 7008\nFROM scratch AS build\nEXPOSE 1\nFROM base", "port: 7008")]
    [InlineData("FROM scratch AS base\nEXPOSE 7009\nFROM scratch\nFROM 0", "port: 7009")]
    [InlineData("\uFEFFfrom scratch\r\nexpose 7010\r\n", "port: 7010")]
    [InlineData("ARG V=10.0\nFROM mcr.microsoft.com/dotnet/aspnet:$V", "port: 8080")]
    [InlineData("FROM mcr.microsoft.com/dotnet/aspnet:10.0\nENV ASPNETCORE_URLS=http://+:5000", "port: 5000")]
    [InlineData("FROM nginxinc/nginx-unprivileged:1.29", "port: 8080")]
    public async Task Takes_the_ports(string dockerfile, string expected)
    {
        _site.Write("Dockerfile", dockerfile);
        await _site.InitAsync();
        _site.Read("config/shop.yaml").ShouldContain($"\n{(expected.StartsWith('-') ? $"ports:\n{expected}" : expected)}\n");
    }

    [Theory]
    [InlineData("USER 1001", "user: 1001\n")]
    [InlineData("USER 1001:2002", "user: 1001\n  group: 2002\n")]
    [InlineData("USER node", "user: 1000\n")]
    [InlineData("USER nobody", "user: 65534\n")]
    [InlineData("RUN adduser -u 5678 --disabled-password --gecos \"\" appuser && chown -R appuser /app\nUSER appuser", "user: 5678\n")]
    [InlineData("RUN groupadd -r app && useradd --uid=1234 -g app app\nUSER app", "user: 1234\n")]
    [InlineData("ARG UID=1500\nUSER $UID", "user: 1500\n")]
    public async Task Takes_the_number_of_the_user(string lines, string expected)
    {
        _site.Write("Dockerfile", $"FROM debian:13\n{lines}\n");
        var (_, diagnostics) = await _site.InitAsync();
        _site.Read("config/shop.yaml").ShouldContain($"security:\n  {expected}");
        diagnostics.ShouldNotContain(found => found.Code == InitCodes.UserUnknown);
    }

    [Theory]
    [InlineData("FROM debian:13", 1)]
    [InlineData("FROM debian:13\nUSER root", 2)]
    [InlineData("FROM debian:13\nUSER somebody", 2)]
    [InlineData("FROM debian:13\nRUN true\nUSER $WHO", 3)]
    public async Task Says_where_a_user_is_root_or_unknown(string dockerfile, int line)
    {
        _site.Write("Dockerfile", dockerfile);
        var (_, diagnostics) = await _site.InitAsync();
        diagnostics.Single(found => found.Code == InitCodes.UserUnknown).Place.ShouldBe(new SourcePlace("Dockerfile", line, 1));
        _site.Read("config/shop.yaml").ShouldNotContain("security");
    }

    [Theory]
    [InlineData("HEALTHCHECK CMD curl -f http://localhost:8080/healthz || exit 1", "readiness: /healthz\n")]
    [InlineData("HEALTHCHECK CMD [\"wget\", \"--spider\", \"http://127.0.0.1:8080/\"]", "readiness: /\n")]
    [InlineData("HEALTHCHECK --interval=1m30s --timeout=2s --retries=5 CMD curl http://localhost:8080/up", "readiness:\n    path: /up\n    period: 90\n    timeout: 2\n    failures: 5\n")]
    [InlineData("HEALTHCHECK --interval=100ms CMD \\\n  curl http://localhost:8080/up", "readiness: /up\n")]
    public async Task Takes_health_checks_over_HTTP(string line, string expected)
    {
        _site.Write("Dockerfile", $"FROM scratch\nEXPOSE 8080\n{line}\n");
        await _site.InitAsync();
        _site.Read("config/shop.yaml").ShouldContain($"probes:\n  {expected}");
    }

    [Theory]
    [InlineData("HEALTHCHECK NONE")]
    [InlineData("HEALTHCHECK CMD pg_isready")]
    [InlineData("HEALTHCHECK CMD curl http://example.com:8080/up")]
    [InlineData("HEALTHCHECK CMD curl http://localhost:9999/up")]
    public async Task Takes_no_other_health_checks(string line)
    {
        _site.Write("Dockerfile", $"FROM scratch\nEXPOSE 8080\n{line}\n");
        await _site.InitAsync();
        _site.Read("config/shop.yaml").ShouldNotContain("probes");
    }

    [Fact]
    public async Task Says_what_it_derived_and_from_where()
    {
        _site.Write("src/web/Dockerfile", "FROM node:22\n\nENV NODE_ENV=production\nEXPOSE 3000\nUSER node\n");
        var (result, _) = await _site.InitAsync();
        result.Facts.Take(4).ShouldBe(
        [
            new("web", "image node:22", "src/web/Dockerfile:1 FROM"),
            new("web", "port 3000", "src/web/Dockerfile:4 EXPOSE"),
            new("web", "user 1000", "src/web/Dockerfile:5 USER node"),
            new("web", "variables set by the image: NODE_ENV", "src/web/Dockerfile:3 ENV"),
        ]);
        InitTask.Declaration.Text!(result).ShouldContain("web: port 3000 from src/web/Dockerfile:4 EXPOSE\n");
    }

    [Fact]
    public async Task Finds_the_folder_it_is_built_in()
    {
        _site.Write("src/Web/Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />");
        _site.Write("src/Web/Dockerfile", "FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build\nCOPY [\"src/Web/Web.csproj\", \"src/Web/\"]\nCOPY . .\nFROM mcr.microsoft.com/dotnet/aspnet:10.0\nCOPY --from=build /out /app\n");
        _site.Write("tools/Dockerfile", "FROM scratch\nCOPY run.sh /\n");
        _site.Write("tools/run.sh", "");
        var (result, _) = await _site.InitAsync();
        result.Apps.ShouldBe(["tools", "web"]);
        var images = _site.Config().Images;
        (images["web"].Context, images["web"].Dockerfile.Path).ShouldBe((".", "src/Web/Dockerfile"));
        (images["tools"].Context, images["tools"].Dockerfile.Path).ShouldBe(("tools", null));
    }

    [Fact]
    public async Task Takes_variants_for_the_same_application_unless_they_stand_alone()
    {
        _site.Write("web/Dockerfile", "FROM scratch\n");
        _site.Write("web/Dockerfile.dev", "FROM scratch\n");
        _site.Write("jobs/Dockerfile.mailer", "FROM scratch\n");
        _site.Write("node_modules/x/Dockerfile", "FROM scratch\n");
        var (result, _) = await _site.InitAsync();
        result.Apps.ShouldBe(["mailer", "web"]);
    }

    [Theory]
    [InlineData("FROM scratch\nFOO bar\n", 2, "'FOO' is no instruction")]
    [InlineData("FROM scratch\nRUN <<EOF\ntrue\n", 2, "here-document")]
    [InlineData("# nothing\n", 1, "no FROM")]
    public async Task Tells_where_one_is_wrong(string dockerfile, int line, string message)
    {
        _site.Write("Dockerfile", dockerfile);
        var outcome = await _site.TryAsync("init", "from=Dockerfile");
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        var found = outcome.Diagnostics.ShouldHaveSingleItem();
        (found.Code, found.Place).ShouldBe((InitCodes.Unreadable, new SourcePlace("Dockerfile", line, 1)));
        found.Message.ShouldContain(message);
    }
}
