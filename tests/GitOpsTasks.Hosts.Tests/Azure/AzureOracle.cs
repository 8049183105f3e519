using System.Diagnostics;
using System.Text.Json;
using GitOpsTasks.Hosts.Tests.Declarations;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Hosts.Tests.Azure;

/// <summary>Runs tests/oracles/azure.mjs: the parser of logging commands of azure-pipelines-task-lib.</summary>
internal static class AzureOracle
{
    private static readonly JsonSerializerOptions s_names = new(JsonSerializerDefaults.Web);

    /// <summary>The commands in a log, in order.</summary>
    public static async Task<IReadOnlyList<AzureLogCommand>> ReadAsync(string log)
    {
        using var process = Process.Start(new ProcessStartInfo(RequiredPart.Find("azure-oracle"), [Repository.PathOf("tests/oracles/azure.mjs")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(log);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        return JsonSerializer.Deserialize<List<AzureLogCommand>>(await output, s_names)!;
    }
}
