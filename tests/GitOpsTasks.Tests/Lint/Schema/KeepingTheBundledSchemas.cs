using System.Runtime.CompilerServices;

namespace GitOpsTasks.Tests.Lint.Schema;

public sealed class KeepingTheBundledSchemas
{
    [Fact]
    public async Task They_are_what_the_converter_makes()
    {
        var made = await SchemaOracle.ConvertAsync();
        var bundled = await File.ReadAllBytesAsync(Bundled());
        made.AsSpan().SequenceEqual(bundled).ShouldBeTrue("Run dotnet cake build/build.cake --target=Schemas.");
    }

    private static string Bundled([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../../core/GitOpsTasks/Lint/Schema/Data/kubernetes.bin");
}
