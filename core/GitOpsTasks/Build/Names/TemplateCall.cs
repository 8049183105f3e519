namespace GitOpsTasks.Build.Names;

/// <summary>One expression of a template.</summary>
/// <param name="Source">With its braces.</param>
/// <param name="Name">What is asked for, such as <c>branch</c>.</param>
/// <param name="Format">The text in quotes after the name; null where there is none.</param>
/// <param name="Zone">The value of <c>tz</c>; null where it is not given.</param>
internal sealed record TemplateCall(PlacedText Source, string Name, PlacedText? Format, PlacedText? Zone)
{
    /// <summary>Whether anything follows the name.</summary>
    public bool HasArguments => Format is not null || Zone is not null;
}
