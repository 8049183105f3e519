using GitOpsTasks.Contracts;
using GitOpsTasks.Registry;

namespace GitOpsTasks.Build.Layers;

/// <summary>What .NET calls a platform.</summary>
internal static class RuntimeIdentifier
{
    /// <summary>The identifier, such as <c>linux-x64</c>.</summary>
    /// <exception cref="TaskFailedException">GOT5002: .NET has no name for it.</exception>
    public static string Of(OciPlatform platform) => (platform.Os, platform.Architecture, platform.Variant) switch
    {
        ("linux", "amd64", _) => "linux-x64",
        ("linux", "386", _) => "linux-x86",
        ("linux", "arm64", _) => "linux-arm64",
        ("linux", "arm", null or "v7") => "linux-arm",
        ("linux", "ppc64le" or "s390x" or "riscv64", _) => $"linux-{platform.Architecture}",
        ("linux", "loong64", _) => "linux-loongarch64",
        ("windows", "amd64", _) => "win-x64",
        ("windows", "arm64", _) => "win-arm64",
        _ => throw TaskFailedException.Usage(
            BuildCodes.SpecInvalid, $".NET does not run on {platform}.", "Take another platform, or layers of files that do not need .NET."),
    };
}
