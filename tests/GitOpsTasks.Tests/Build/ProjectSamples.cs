using GitOpsTasks.Build;
using GitOpsTasks.Build.Layers;
using GitOpsTasks.Registry;
using GitOpsTasks.Tests.Registry;

namespace GitOpsTasks.Tests.Build;

/// <summary>A .NET program with a library beside it, and a base that has what .NET needs of a system.</summary>
internal static class ProjectSamples
{
    // What the runtime's own libraries are linked to, and what starts them.
    private static readonly string[] SystemLibraries =
        ["libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libgcc_s.so.1", "libstdc++.so.6"];

    /// <summary>Writes the program's sources.</summary>
    public static void Write(Workshop workshop, string folder)
    {
        workshop.Write($"{folder}/src/Web/Web.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
              <ItemGroup><ProjectReference Include="../Lib/Lib.csproj" /></ItemGroup>
            </Project>
            """);
        workshop.Write($"{folder}/src/Web/Program.cs", """
            using System.Runtime.CompilerServices;
            Console.WriteLine($"hello{Lib.Sign} as {User()} in {Environment.CurrentDirectory} from {Place()}");
            static string User() => File.ReadLines("/proc/self/status").First(line => line.StartsWith("Uid:")).Split('\t')[1];
            static string Place([CallerFilePath] string path = "") => path;
            """);
        workshop.Write($"{folder}/src/Lib/Lib.csproj", """
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>
            """);
        workshop.Write($"{folder}/src/Lib/Lib.cs", "public static class Lib { public static string Sign => \"!\"; }\n");
        // The folders above the workshop say nothing of how it is built.
        workshop.Write($"{folder}/Directory.Build.props", "<Project />");
    }

    /// <summary>An image of the program.</summary>
    public static ImageSpec Image(string repository, string folder, string? @base = null) => new("web", repository)
    {
        Context = folder,
        Layers = new LayersSpec { Base = @base, Project = new ProjectSpec("src/Web/Web.csproj") },
        Tags = ["type=raw,value=1"],
    };

    /// <summary>A context for <c>dotnet</c>, which needs the packages of the machine's user.</summary>
    public static Workshop WithSdk(this Workshop workshop)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return workshop
            .With("NUGET_PACKAGES", Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } own ? own : Path.Combine(home, ".nuget", "packages"))
            .With("DOTNET_ROOT", Root);
    }

    /// <summary>The machine's libraries, and with them its runtime, as an image in the folder <c>base</c>.</summary>
    public static async Task<string> BaseAsync(Workshop workshop, bool withRuntime)
    {
        Directory.CreateDirectory(workshop.PathOf("libraries"));
        foreach (var name in SystemLibraries)
            File.Copy(Directory.GetFiles("/lib/x86_64-linux-gnu", name).Concat(Directory.GetFiles("/usr/lib/x86_64-linux-gnu", name)).First(), workshop.PathOf($"libraries/{name}"));
        var loader = new FileInfo("/lib64/ld-linux-x86-64.so.2");
        File.Copy(loader.FullName, workshop.PathOf("libraries/ld-linux-x86-64.so.2"));
        var executable = (UnixFileMode)0b111_101_101;
        var layers = new List<LayerSpec>
        {
            new("libraries", "/lib/x86_64-linux-gnu") { Mode = executable },
            new("libraries/ld-linux-x86-64.so.2", "/lib64/") { Mode = executable },
        };
        var environment = new Dictionary<string, string> { ["DOTNET_EnableDiagnostics"] = "0" };
        if (withRuntime)
        {
            var shared = Directory.GetDirectories(Path.Combine(Root, "shared", "Microsoft.NETCore.App"))
                .OrderBy(path => Version.Parse(Path.GetFileName(path))).Last();
            var version = Path.GetFileName(shared);
            var host = Directory.GetDirectories(Path.Combine(Root, "host", "fxr"))
                .OrderBy(path => Version.Parse(Path.GetFileName(path))).Last();
            layers.Add(new LayerSpec(shared, $"/usr/bin/shared/Microsoft.NETCore.App/{version}"));
            layers.Add(new LayerSpec(host, $"/usr/bin/host/fxr/{Path.GetFileName(host)}"));
            layers.Add(new LayerSpec(Path.Combine(Root, "dotnet"), "/usr/bin/dotnet"));
            environment["DOTNET_VERSION"] = version;
        }

        var spec = new ImageSpec("base", "registry.example.com/base")
        {
            Layers = new LayersSpec { Layers = layers, Environment = environment },
            Tags = ["type=raw,value=1"],
        };
        await Samples.BuildAsync(workshop.Context, spec, artifact: "bases");
        return $"oci:{workshop.PathOf("bases/base")}";
    }

    private static string Root => Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
