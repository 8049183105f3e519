using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using GitOpsTasks.Parts;

namespace GitOpsTasks.Tests.Lint.Schema;

/// <summary>Runs tests/oracles/schemas.mjs: the npm packages' validators and TypeScript's check for unknown fields.</summary>
internal static class SchemaOracle
{
    /// <summary>What each of the two has against each manifest; both null for nothing, null where the kind is not known.</summary>
    public static async Task<IReadOnlyList<(string? Invalid, string? Unknown)?>> AskAsync(IEnumerable<JsonNode> manifests, [CallerFilePath] string here = "")
    {
        var program = RequiredPart.Find("schema-oracle");
        var script = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../oracles/schemas.mjs"));
        using var process = Process.Start(new ProcessStartInfo(program, [script]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(Cases(manifests).ToJsonString());
        process.StandardInput.Close();
        using var answers = JsonDocument.Parse(await output);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        return [.. answers.RootElement.EnumerateArray().Select(Answer)];
    }

    /// <summary>Fails where either has something against a manifest, or does not know its kind.</summary>
    /// <param name="manifests">The manifests.</param>
    /// <param name="strange">Kinds that no package knows.</param>
    public static async Task ShouldAcceptAsync(IReadOnlyList<JsonNode> manifests, params string[] strange)
    {
        var known = manifests.Where(manifest => !strange.Contains(manifest["kind"]!.GetValue<string>())).ToList();
        foreach (var (manifest, answer) in known.Zip(await AskAsync(known)))
        {
            answer.ShouldNotBeNull(manifest.ToJsonString());
            answer.Value.Invalid.ShouldBeNull(manifest.ToJsonString());
            answer.Value.Unknown.ShouldBeNull(manifest.ToJsonString());
        }
    }

    /// <summary>The data that build/Schemas makes of the packages.</summary>
    public static async Task<byte[]> ConvertAsync([CallerFilePath] string here = "")
    {
        var script = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../../build/Schemas/convert.mjs"));
        var output = Path.Combine(Path.GetTempPath(), $"gitops-schemas-{Guid.NewGuid():N}.bin");
        using var process = Process.Start(new ProcessStartInfo(RequiredPart.Find("schema-oracle"), [script, "-", output]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
        var made = await File.ReadAllBytesAsync(output);
        File.Delete(output);
        return made;
    }

    private static JsonArray Cases(IEnumerable<JsonNode> manifests) => new([.. manifests.Select(manifest => new JsonObject
    {
        ["apiVersion"] = manifest["apiVersion"]!.DeepClone(),
        ["kind"] = manifest["kind"]!.DeepClone(),
        ["manifest"] = manifest.ToJsonString(),
    })]);

    private static (string?, string?)? Answer(JsonElement answer) => answer.GetProperty("known").GetBoolean()
        ? (answer.GetProperty("valid").GetString(), answer.GetProperty("unknown").GetString())
        : null;
}
