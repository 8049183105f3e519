namespace GitOpsTasks.Build.Names;

/// <summary>The attribute <c>enable</c>, which may hold expressions.</summary>
internal static class Switch
{
    /// <summary>Whether it is true; it is where it is not given.</summary>
    public static bool IsOn(PlacedText? enable, TemplateScope scope)
    {
        var text = enable is null ? "true" : NameTemplate.Parse(enable).Fill(scope);
        return text switch
        {
            "true" => true,
            "false" => false,
            _ => throw enable!.Refuse($"'{enable.Text}' gives '{text}', which is neither true nor false.", "Write enable=true, enable=false or an expression such as enable={{is_default_branch}}."),
        };
    }
}
