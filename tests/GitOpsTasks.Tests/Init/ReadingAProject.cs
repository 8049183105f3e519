using GitOpsTasks.Contracts;
using GitOpsTasks.Init;

namespace GitOpsTasks.Tests.Init;

public sealed class ReadingAProject : IDisposable
{
    private readonly Site _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Takes_what_it_says_of_its_container()
    {
        _site.Write("src/Web/Web.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <!-- <PropertyGroup><ContainerUser>1</ContainerUser></PropertyGroup> -->
              <PropertyGroup>
                <TargetFramework>net9.0</TargetFramework>
                <Prefix>acme</Prefix>
                <ContainerRegistry>ghcr.io</ContainerRegistry>
                <ContainerRepository>$(Prefix)/storefront</ContainerRepository>
                <ContainerImageTag>3.2.1</ContainerImageTag>
                <ContainerBaseImage>mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled</ContainerBaseImage>
                <ContainerUser>1234</ContainerUser>
              </PropertyGroup>
              <PropertyGroup Condition="'$(Debug)' == 'true'"><ContainerImageTag>debug</ContainerImageTag></PropertyGroup>
              <ItemGroup>
                <ContainerPort Include="5000" Type="tcp" />
                <ContainerPort Include="53" Type="udp" />
              </ItemGroup>
            </Project>
            """);
        var (result, _) = await _site.InitAsync();
        result.Apps.ShouldBe(["storefront"]);
        _site.Read("config/storefront.yaml").ShouldContain("image: ghcr.io/acme/storefront:3.2.1\nports:\n- name: http\n  port: 5000\n- name: udp-53\n  port: 53\n  protocol: udp\nsecurity:\n  user: 1234\n");
        _site.Config().Images["storefront"].Layers.Base.ShouldBe("mcr.microsoft.com/dotnet/aspnet:9.0-noble-chiseled");
        result.Facts.ShouldContain(new DerivedFact("storefront", "port 5000", "src/Web/Web.csproj:14 ContainerPort"));
        result.Facts.ShouldContain(new DerivedFact("storefront", "user 1234", "src/Web/Web.csproj:10 ContainerUser"));
    }

    [Theory]
    [InlineData("Microsoft.NET.Sdk.Web", "", "port: 8080")]
    [InlineData("Microsoft.NET.Sdk.Worker", "", "environments:")]
    [InlineData("Microsoft.NET.Sdk", "<OutputType>Exe</OutputType>", "workload: job")]
    public async Task Takes_each_kind_for_what_it_is(string sdk, string properties, string expected)
    {
        _site.Write("App.csproj", $"<Project Sdk=\"{sdk}\"><PropertyGroup><TargetFramework>net10.0</TargetFramework>{properties}</PropertyGroup></Project>");
        await _site.InitAsync();
        _site.Read("config/app.yaml").ShouldContain($"image: registry.example.com/shop/app:0.1.0\n{expected}");
        await _site.DeliverAsync();
    }

    [Theory]
    [InlineData("Web.Tests", "<IsTestProject>true</IsTestProject>")]
    [InlineData("Web.IntegrationTests", "<OutputType>Exe</OutputType>")]
    [InlineData("Tool", "<OutputType>Exe</OutputType><PackAsTool>true</PackAsTool>")]
    [InlineData("Benchmarks", "<OutputType>Exe</OutputType>")]
    [InlineData("Core", "")]
    public async Task Leaves_out_what_is_not_deployed(string name, string properties)
    {
        _site.Write("Web/Web.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />");
        _site.Write($"{name}/{name}.csproj", $"<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup>{properties}</PropertyGroup></Project>");
        var (result, _) = await _site.InitAsync();
        result.Apps.ShouldBe(["web"]);
    }

    [Fact]
    public async Task Reads_what_projects_have_in_common()
    {
        _site.Write("Directory.Build.props", "<Project><PropertyGroup><TargetFramework>net8.0</TargetFramework><Version>4.0.0</Version></PropertyGroup></Project>");
        _site.Write("src/Api/Api.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />");
        await _site.InitAsync();
        _site.Config().Images["api"].Layers.Base.ShouldBe("mcr.microsoft.com/dotnet/aspnet:8.0");
        _site.Read("config/api.yaml").ShouldContain("api:4.0.0\n");
    }

    [Fact]
    public async Task Leaves_a_project_to_the_Dockerfile_that_builds_it()
    {
        _site.Write("src/Api/Api.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\" />");
        _site.Write("src/Api/Dockerfile", "FROM mcr.microsoft.com/dotnet/aspnet:10.0\n");
        _site.Write("src/Jobs/Jobs.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Worker\" />");
        await _site.InitAsync();
        var images = _site.Config().Images;
        images["api"].IsLayered.ShouldBeFalse();
        images["jobs"].IsLayered.ShouldBeTrue();
    }

    [Theory]
    [InlineData("<Project Sdk=\"Microsoft.NET.Sdk.Web\">\n  <PropertyGroup>\n</Project>", 3)]
    [InlineData("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<Project Sdk=\"&e;\" />", 1)]
    public async Task Tells_where_one_is_wrong(string project, int line)
    {
        _site.Write("Web.csproj", project);
        var outcome = await _site.TryAsync("init", "from=Web.csproj");
        outcome.ExitCode.ShouldBe(ExitCode.Usage);
        var found = outcome.Diagnostics.ShouldHaveSingleItem();
        (found.Code, found.Place!.File, found.Place.Line).ShouldBe((InitCodes.Unreadable, "Web.csproj", line));
    }
}
