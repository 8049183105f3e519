using GitOpsTasks.Images;

namespace GitOpsTasks.Edits;

/// <summary>Texts that something fills in later: Go templates, and variables of Flux and kustomize.</summary>
internal static class TemplatedText
{
    private static readonly string[] s_marks = ["{{", "${", "$("];

    /// <summary>Whether part of a text is filled in later.</summary>
    public static bool Is(string text) => StartOf(text) >= 0;

    /// <summary>The name of an image whose tag or digest is filled in later; null where the text is something else.</summary>
    public static string? NameIn(string text)
    {
        var start = StartOf(text);
        if (start < 0)
            return null;
        var written = text[..start];
        var end = written.IndexOf('@', StringComparison.Ordinal) is var at and >= 0 ? at : written.LastIndexOf(':');
        if (end < 0 || end < written.LastIndexOf('/'))
            return null;
        var name = written[..end];
        return ImageGrammar.IsName(name) ? name : ImageReference.TryParse(name, out var reference) ? reference.Name : null;
    }

    private static int StartOf(string text)
    {
        var starts = s_marks.Select(mark => text.IndexOf(mark, StringComparison.Ordinal)).Where(at => at >= 0).ToList();
        return starts.Count == 0 ? -1 : starts.Min();
    }
}
