using System.Text;

namespace GitOpsTasks.Init;

/// <summary>A result for people.</summary>
internal static class InitText
{
    /// <summary>What was derived, the files, their contents where they were not written, and what to do next.</summary>
    public static string Render(InitResult result)
    {
        var text = new StringBuilder();
        foreach (var fact in result.Facts)
            text.Append(fact.App.Length == 0 ? "" : $"{fact.App}: ").Append($"{fact.What} from {fact.From}\n");
        if (result.Facts.Count > 0)
            text.Append('\n');
        foreach (var file in result.Files)
            text.Append($"{Verb(file),-8}{file.Path}\n");
        foreach (var file in result.Files.Where(file => file.State == ProposedFile.Proposed))
            text.Append($"\n--- {file.Path}\n{file.Content}");
        if (result.Next.Count > 0)
            text.Append("\nNext:\n");
        foreach (var command in result.Next)
            text.Append($"  {command}\n");
        return text.ToString();
    }

    private static string Verb(ProposedFile file) => file.State switch
    {
        ProposedFile.Written => "write",
        ProposedFile.Proposed => "propose",
        _ => "keep",
    };
}
