using System.Globalization;
using System.Reflection;
using System.Text;

namespace Cake.GitOps;

/// <summary>Moves inputs from settings, and outputs to results, whose properties are named like them.</summary>
internal static class SettingsTexts
{
    /// <summary>The input's or output's name: <c>DryRun</c> is <c>dry-run</c>.</summary>
    public static string NameOf(string property)
    {
        var name = new StringBuilder();
        foreach (var letter in property)
        {
            if (char.IsUpper(letter) && name.Length > 0)
                name.Append('-');
            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }

    /// <summary>The texts of all inputs that are set.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Read(GitOpsSettings settings)
    {
        var texts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var property in settings.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            texts[NameOf(property.Name)] = Texts(property.GetValue(settings));
        return texts;
    }

    /// <summary>A result whose properties have the values of outputs.</summary>
    public static TResult Write<TResult>(IReadOnlyDictionary<string, string> outputs)
        where TResult : new()
    {
        var result = new TResult();
        foreach (var property in typeof(TResult).GetProperties())
        {
            if (outputs.TryGetValue(NameOf(property.Name), out var text))
                property.SetValue(result, Value(property.PropertyType, text));
        }

        return result;
    }

    private static IReadOnlyList<string> Texts(object? value) => value switch
    {
        null => [],
        string text => [text],
        IReadOnlyList<string> texts => texts,
        bool flag => [flag ? "true" : "false"],
        _ => [Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""],
    };

    private static object Value(Type type, string text)
    {
        if (type == typeof(bool))
            return text == "true";
        if (type == typeof(int))
            return int.Parse(text, CultureInfo.InvariantCulture);
        return type == typeof(string) ? text : text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
