using System.Text;

namespace GitOpsTasks.Tests.Bump;

/// <summary>Files that name <c>web:1.4.0</c> and are no good, by name.</summary>
internal static class BadFiles
{
    public static byte[] Make(string kind) => kind switch
    {
        "binary" => [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 1, 2, .. "image: web:1.4.0"u8, 0, 0xFF, 0xFE, 10],
        "not UTF-8" => [.. "# caf"u8, 0xE9, .. "\nspec:\n  containers:\n  - image: web:1.4.0\n    name: "u8, 0xC3, 0x28, 10],
        "huge" => Huge("spec:\n  containers:\n  - image: web:1.4.0\n"),
        "alias bomb" => Encoding.UTF8.GetBytes(AliasBomb()),
        "deep nesting" => Encoding.UTF8.GetBytes($"image: web:1.4.0\na: {new string('[', 10_000)}{new string(']', 10_000)}\n"),
        "deep block nesting" => Encoding.UTF8.GetBytes($"image: web:1.4.0\n{string.Concat(Enumerable.Repeat("- ", 10_000))}x\n".Replace("\n-", "\na:\n-", StringComparison.Ordinal)),
        "template" => "{{- if .x }}\nimage: web:1.4.0\n{{ end }}\n"u8.ToArray(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static byte[] Huge(string head)
    {
        var content = new byte[50 * 1024 * 1024];
        var filler = "# all the same line, again and again\n"u8;
        for (var at = 0; at < content.Length; at += filler.Length)
            filler[..Math.Min(filler.Length, content.Length - at)].CopyTo(content.AsSpan(at));
        Encoding.UTF8.GetBytes(head).CopyTo(content, 0);
        content[^1] = (byte)'\n';
        return content;
    }

    // Thirty levels of ten: written out, more nodes than any memory holds.
    private static string AliasBomb()
    {
        var text = new StringBuilder("l0: &l0 {containers: [{image: web:1.4.0}]}\n");
        for (var level = 1; level <= 30; level++)
            text.Append($"l{level}: &l{level} [{string.Join(", ", Enumerable.Repeat($"*l{level - 1}", 10))}]\n");
        return text.ToString();
    }
}
