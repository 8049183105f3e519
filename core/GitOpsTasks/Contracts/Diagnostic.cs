namespace GitOpsTasks.Contracts;

/// <summary>Something a person should know: what is wrong, where, and what to do about it.</summary>
/// <param name="Code">A stable code of the form <c>GOT####</c>, explained in docs/diagnostics.md.</param>
/// <param name="Severity">How serious it is.</param>
/// <param name="Message">See <see cref="Message"/>.</param>
/// <param name="Advice">See <see cref="Advice"/>.</param>
public sealed record Diagnostic(string Code, Severity Severity, string Message, string? Advice = null)
{
    /// <summary>One sentence: what is wrong. Credentials in addresses that it quotes are not shown.</summary>
    public string Message { get; init; } = ShownText.WithoutCredentials(Message);

    /// <summary>One sentence: what to do; null where the message says all. Likewise.</summary>
    public string? Advice { get; init; } = Advice is null ? null : ShownText.WithoutCredentials(Advice);

    /// <summary>Where it is; null where no file is involved.</summary>
    public SourcePlace? Place { get; init; }

    /// <summary>The name of the rule that found it, where there is one; such as yamllint's <c>key-duplicates</c>.</summary>
    public string? Rule { get; init; }

    /// <summary>The line of the file it begins on, without its line end, where that was looked up to be shown.</summary>
    public string? SourceLine { get; init; }

    /// <summary>An error.</summary>
    public static Diagnostic Error(string code, string message, string? advice = null, SourcePlace? place = null) =>
        new(code, Severity.Error, message, advice) { Place = place };

    /// <summary>A warning.</summary>
    public static Diagnostic Warning(string code, string message, string? advice = null, SourcePlace? place = null) =>
        new(code, Severity.Warning, message, advice) { Place = place };

    /// <summary>A note.</summary>
    public static Diagnostic Note(string code, string message, string? advice = null, SourcePlace? place = null) =>
        new(code, Severity.Note, message, advice) { Place = place };

    /// <summary><c>file:line:column: severity CODE: message advice</c> on one line.</summary>
    public override string ToString()
    {
        var where = Place is null ? "" : $"{Place}: ";
        var advice = Advice is null ? "" : $" {Advice}";
        return $"{where}{SeverityName(Severity)} {Code}: {Message}{advice}";
    }

    private static string SeverityName(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
