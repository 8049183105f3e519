using GitOpsTasks.Parts;

namespace GitOpsTasks.Hosts.Tests.Cake;

/// <summary>
/// A program that has the package and a context of its own, as builds with Frosting have; Cake.Core, which such a build gets
/// from Cake.Frosting, is that of the tool.
/// </summary>
public sealed class HostFolder(PackedHosts packed) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    internal TemporaryFolder Folder => _folder;

    public async ValueTask InitializeAsync()
    {
        await packed.PrepareAsync(_folder);
        _folder.Write("build.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <OutputPath>out/</OutputPath>
                <AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Cake.GitOps" Version="{packed.Version}" />
                <Reference Include="{typeof(global::Cake.Core.ICakeContext).Assembly.Location}" />
              </ItemGroup>
            </Project>
            """);
        _folder.Write("Program.cs", """
            using Cake.Core;
            using Cake.Core.Configuration;
            using Cake.Core.Diagnostics;
            using Cake.Core.IO;
            using Cake.Core.Packaging;
            using Cake.Core.Tooling;
            using Cake.GitOps;

            var environment = new CakeEnvironment(new CakePlatform(), new CakeRuntime());
            var files = new FileSystem();
            var globber = new Globber(files, environment);
            var configuration = new CakeConfiguration(new Dictionary<string, string>());
            var log = new LineLog();
            var tools = new ToolLocator(environment, new ToolRepository(environment), new ToolResolutionStrategy(files, environment, globber, configuration, log));
            var context = new BuildContext(new CakeContext(
                files, environment, globber, log, new CakeArguments(args.ToLookup(arg => arg)), new ProcessRunner(files, environment, log, tools, configuration),
                new WindowsRegistry(), tools, new CakeDataService(), configuration, new Nothing(), new Nothing()));
            try
            {
                if (args is ["remote", var address])
                    context.GitOpsBump(new GitOpsBumpSettings { Repository = address, Image = ["ghcr.io/acme/web:1.1.0"] });
                else
                    Console.WriteLine("changed " + context.Deploy(args[0]).Changed);
                return 0;
            }
            catch (CakeException e)
            {
                Console.WriteLine("failed " + e.Message);
                return e.ExitCode;
            }

            internal sealed class BuildContext(ICakeContext context) : CakeContextAdapter(context)
            {
                public GitOpsBumpResult Deploy(string folder) =>
                    this.GitOpsBump(new GitOpsBumpSettings { WorkingDirectory = folder, Image = ["ghcr.io/acme/web:1.1.0"] });
            }

            internal sealed class Nothing : IToolInstaller, IServiceProvider
            {
                public IEnumerable<FilePath> Install(PackageReference tool) => [];

                public object? GetService(Type type) => null;
            }

            internal sealed class LineLog : ICakeLog
            {
                public Verbosity Verbosity { get; set; }

                public void Write(Verbosity verbosity, LogLevel level, string format, params object[] args) =>
                    Console.WriteLine(level + "/" + verbosity + ": " + string.Format(format, args));
            }
            """);
        var building = await DotNet.RunAsync(_folder.FullPath, "build", "-maxCpuCount:1", "-v", "q", "-nologo");
        building.ExitCode.ShouldBe(0, building.Text);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    internal GitOpsProcess NewProcess() => new("dotnet", _folder.PathOf("out/build.dll"));
}
