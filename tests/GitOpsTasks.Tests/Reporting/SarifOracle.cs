using System.Diagnostics;
using System.Runtime.CompilerServices;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Reporting;

/// <summary>Runs tests/oracles/sarif.mjs: the schema of SARIF 2.1.0, checked by ajv.</summary>
internal static class SarifOracle
{
    /// <summary>What is wrong with a log, a line each; empty where it is valid.</summary>
    public static async Task<string> CheckAsync(string log, [CallerFilePath] string here = "")
    {
        var script = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../oracles/sarif.mjs"));
        using var process = Process.Start(new ProcessStartInfo(RequiredPart.Find("sarif-oracle"), [script])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(log);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        return await output;
    }
}
