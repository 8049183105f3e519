using System.Text;

namespace GitOpsTasks.Init;

/// <summary>Names that an application can have, made of those of files and folders.</summary>
internal static class AppName
{
    // Leaves room for what is added to it in names of objects.
    private const int MostCharacters = 50;

    /// <summary>A name such as <c>order-service</c> of <c>Order.Service</c>, <c>OrderService</c> or <c>order_service</c>; <c>app</c> where nothing is left.</summary>
    public static string Of(string text)
    {
        var name = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!char.IsAsciiLetterOrDigit(c))
                c = '-';
            else if (char.IsAsciiLetterUpper(c) && i > 0 && (char.IsAsciiLetterLower(text[i - 1]) || (i + 1 < text.Length && char.IsAsciiLetterLower(text[i + 1]))))
                name.Append('-');
            if (c != '-' || (name.Length > 0 && name[^1] != '-'))
                name.Append(char.ToLowerInvariant(c));
        }

        var made = name.ToString().Replace("--", "-", StringComparison.Ordinal).Trim('-');
        if (made.Length > 0 && !char.IsAsciiLetter(made[0]))
            made = "app-" + made;
        made = made.Length > MostCharacters ? made[..MostCharacters].TrimEnd('-') : made;
        return made.Length == 0 ? "app" : made;
    }

    /// <summary>A name that is not among others: with a number where needed.</summary>
    public static string Unlike(string name, IReadOnlyCollection<string> taken)
    {
        var free = name;
        for (var number = 2; taken.Contains(free); number++)
            free = $"{name}-{number}";
        return free;
    }
}
