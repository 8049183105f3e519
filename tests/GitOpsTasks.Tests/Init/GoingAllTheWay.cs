using GitOpsTasks.Contracts;
using GitOpsTasks.Init;

namespace GitOpsTasks.Tests.Init;

public sealed class GoingAllTheWay : IDisposable
{
    private readonly Site _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task From_a_Dockerfile()
    {
        _site.Write("Dockerfile", "FROM node:22-alpine\nWORKDIR /app\nCOPY . .\nUSER node\nEXPOSE 3000\nHEALTHCHECK --interval=15s CMD wget -qO- http://localhost:3000/healthz || exit 1\nCMD [\"node\", \"server.js\"]\n");
        await _site.InitAsync("image=ghcr.io/acme/shop:1.2.0");
        _site.Read("config/shop.yaml").ShouldBe("""
            # What the manifests of shop are generated from: docs/generate.md of GitOpsTasks lists all keys.
            apiVersion: gitops-tasks/v1
            kind: App
            name: shop
            image: ghcr.io/acme/shop:1.2.0
            port: 3000
            probes:
              readiness:
                path: /healthz
                period: 15
              liveness:
                path: /healthz
                period: 15
            security:
              user: 1000
            environments:
              dev: {}
              staging: {}
              prod: {}

            """);
        var built = await _site.DeliverAsync();
        built.ShouldContain("image: ghcr.io/acme/shop:1.2.0");
        built.ShouldContain("runAsUser: 1000");
        built.ShouldContain("path: /healthz");
        await NothingMoreAsync();
    }

    [Fact]
    public async Task From_projects()
    {
        _site.Write("src/Shop.Web/Shop.Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\"><PropertyGroup><TargetFramework>net10.0</TargetFramework><Version>2.0.1</Version></PropertyGroup></Project>");
        _site.Write("src/Shop.Worker/Shop.Worker.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Worker\"><PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup></Project>");
        _site.Write("src/Shop.Core/Shop.Core.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        _site.Write("test/Shop.Tests/Shop.Tests.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup><ItemGroup><PackageReference Include=\"xunit.v3\" /></ItemGroup></Project>");
        var (result, _) = await _site.InitAsync("image=ghcr.io/acme/{app}");
        result.Apps.ShouldBe(["shop-web", "shop-worker"]);
        var images = _site.Config().Images;
        images["shop-web"].Layers.Project.ShouldBe("src/Shop.Web/Shop.Web.csproj");
        images["shop-web"].Layers.Base.ShouldBe("mcr.microsoft.com/dotnet/aspnet:10.0");
        images["shop-worker"].Layers.Base.ShouldBe("mcr.microsoft.com/dotnet/runtime:9.0");
        var built = await _site.DeliverAsync();
        built.ShouldContain("image: ghcr.io/acme/shop-web:2.0.1");
        built.ShouldContain("image: ghcr.io/acme/shop-worker:0.1.0");
        built.ShouldContain("containerPort: 8080");
        await NothingMoreAsync();
    }

    [Fact]
    public async Task From_a_compose_file()
    {
        _site.Write("api/Dockerfile", "FROM python:3.13-slim\nCOPY app.py .\nCMD [\"python\", \"app.py\"]\n");
        _site.Write("api/app.py", "print()\n");
        _site.Write("api.env", "REGION=eu\nLEVEL=info\n");
        _site.Write("compose.yaml", """
            services:
              api:
                build: ./api
                ports: ["8000:8000"]
                user: "1000:1000"
                env_file: api.env
                environment:
                  DATABASE_URL: postgres://shop:hunter2@db/shop
                  FEATURE: "on"
                volumes: ["data:/var/lib/api"]
                depends_on: [db]
                deploy:
                  replicas: 2
                  resources: { limits: { cpus: "0.5", memory: 512M } }
                healthcheck: { test: ["CMD", "curl", "-f", "http://localhost:8000/health"], interval: 30s }
              db:
                image: postgres:17
                environment: { POSTGRES_PASSWORD: hunter2 }
            volumes: { data: {} }
            """);
        var (result, diagnostics) = await _site.InitAsync("image=ghcr.io/acme/{app}");
        result.Apps.ShouldBe(["api"]);
        diagnostics.Select(found => found.Code).ShouldContain(InitCodes.LeftOut);
        var built = await _site.DeliverAsync();
        built.ShouldContain("name: api-secrets");
        built.ShouldContain("REGION: eu");
        built.ShouldContain("memory: 512Mi");
        foreach (var path in _site.Contents().Keys.Where(path => path != "compose.yaml"))
            _site.Read(path).ShouldNotContain("hunter2");
        string.Join('\n', diagnostics).ShouldNotContain("hunter2");
        InitTask.Declaration.Text!(result).ShouldNotContain("hunter2");
        await NothingMoreAsync();
    }

    private async Task NothingMoreAsync()
    {
        var before = _site.Contents();
        var (again, _) = await _site.InitAsync();
        again.Changed.ShouldBeFalse();
        _site.Contents().ShouldBe(before, ignoreOrder: true);
    }
}
