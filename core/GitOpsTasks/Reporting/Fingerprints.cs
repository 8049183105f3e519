using System.Security.Cryptography;
using System.Text;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Reporting;

/// <summary>Tells findings apart without their line numbers: by file, code, and the text of the line without the white space around it.</summary>
public static class Fingerprints
{
    private const int HashLength = 8;

    /// <summary>A hash of the line a finding is on, or of its message where that is not known.</summary>
    public static string OfLine(Diagnostic finding) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes((finding.SourceLine ?? finding.Message).Trim())).AsSpan(0, HashLength));

    /// <summary>Each finding with the hash of its line, and the how manieth it is of those with the same file, code and hash, from 1.</summary>
    public static IEnumerable<(Diagnostic Finding, string Line, int Number)> Of(IEnumerable<Diagnostic> findings)
    {
        var seen = new Dictionary<(string?, string, string), int>();
        foreach (var finding in findings)
        {
            var line = OfLine(finding);
            var key = (finding.Place?.File, finding.Code, line);
            seen[key] = seen.GetValueOrDefault(key) + 1;
            yield return (finding, line, seen[key]);
        }
    }
}
