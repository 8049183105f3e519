using System.Globalization;
using System.Text.RegularExpressions;
using GitOpsTasks.Yaml;

namespace GitOpsTasks.Init.Sources;

/// <summary>Takes processors and memory of a compose service into an application.</summary>
/// <param name="draft">The application.</param>
/// <param name="findings">What a person should know.</param>
internal sealed partial class ComposeResources(AppDraft draft, Findings findings)
{
    // What a spec requests where it says nothing; a limit below that has to lower it.
    private const long UsualMillicores = 100;
    private const long UsualBytes = 256L * 1024 * 1024;
    private const long Mebibyte = 1024 * 1024;

    /// <summary>Takes what is reserved and what is the most.</summary>
    public void Take(YamlNode? cpu, YamlNode? memory, YamlNode? cpuLimit, YamlNode? memoryLimit)
    {
        var (cores, most) = (Read(cpu, Millicores), Read(cpuLimit, Millicores));
        if (most < (cores ?? UsualMillicores))
            cores = most;
        var (bytes, mostBytes) = (Read(memory, Bytes), Read(memoryLimit, Bytes));
        if (mostBytes < (bytes ?? UsualBytes))
            bytes = mostBytes;
        Set("cpu", cores, "m", cpu ?? cpuLimit);
        Set("cpuLimit", most, "m", cpuLimit);
        Set("memory", bytes / Mebibyte, "Mi", memory ?? memoryLimit);
        Set("memoryLimit", mostBytes / Mebibyte, "Mi", memoryLimit);
    }

    private void Set(string key, long? amount, string unit, YamlNode? from)
    {
        if (amount is not { } known || from is not { } node)
            return;
        draft.Resources[key] = known + unit;
        draft.Note($"{key} {known}{unit}", node.Place);
    }

    private long? Read(YamlNode? node, Func<string, long?> parse)
    {
        if (node is null)
            return null;
        var amount = ComposeText.Of(node) is { } text ? parse(text) : null;
        if (amount is null)
            findings.Warn(InitCodes.NotCarriedOver, "The amount cannot be read, or is not known here.", "Write it under 'resources' in the spec.", node.Value.Place);
        return amount;
    }

    private static long? Millicores(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cores) && cores is >= 0.001m and <= 1000 ? (long)(cores * 1000) : null;

    // As Docker reads them, all units are powers of 1024.
    private static long? Bytes(string text)
    {
        if (Amount().Match(text) is not { Success: true } match)
            return null;
        var power = match.Groups["unit"].Value.ToLowerInvariant() switch { "k" => 1, "m" => 2, "g" => 3, "t" => 4, _ => 0 };
        var bytes = decimal.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) * (decimal)Math.Pow(1024, power);
        return bytes >= Mebibyte && bytes < 1L << 50 ? (long)bytes : null;
    }

    [GeneratedRegex(@"\A(?<number>[0-9]{1,15}(\.[0-9]{1,6})?)\s*(?<unit>[kKmMgGtT])?i?[bB]?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Amount();
}
