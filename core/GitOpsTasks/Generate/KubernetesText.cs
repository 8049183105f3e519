using System.Text.RegularExpressions;

namespace GitOpsTasks.Generate;

/// <summary>
/// What the API server takes, checked before it has to refuse; each method returns the text or throws
/// <see cref="FormatException"/> with advice.
/// </summary>
internal static partial class KubernetesText
{
    /// <summary>The most bytes of data a ConfigMap can have.</summary>
    public const int ConfigMapBytes = 1024 * 1024;

    /// <summary>A name that a Service can have (RFC 1035 label).</summary>
    public static string Name(string text) => text.Length <= 63 && Label().IsMatch(text)
        ? text
        : throw new FormatException("Write at most 63 lower-case letters, digits and hyphens, beginning with a letter and not ending with a hyphen.");

    /// <summary>A port's name (IANA service name).</summary>
    public static string PortName(string text) =>
        text.Length <= 15 && PortLabel().IsMatch(text) && text.Any(char.IsAsciiLetterLower) && !text.Contains("--", StringComparison.Ordinal)
            ? text
            : throw new FormatException("Write at most 15 lower-case letters, digits and single hyphens, with a letter among them.");

    /// <summary>A port's number.</summary>
    public static int Port(int number) =>
        number is > 0 and < 65536 ? number : throw new FormatException("Write a number from 1 to 65535.");

    /// <summary>A number of pods.</summary>
    public static int Replicas(int number) => number >= 0 ? number : throw new FormatException("Write 0 or more.");

    /// <summary>The number of a user that is not root.</summary>
    public static int User(int number) => number > 0 ? number : throw new FormatException("Write the number of a user that is not root.");

    /// <summary>A key of a ConfigMap that is also the name of an environment variable.</summary>
    public static string EnvName(string text) => text.Length <= 253 && EnvKey().IsMatch(text)
        ? text
        : throw new FormatException("Write letters, digits, '_', '-' or '.', not beginning with a digit.");

    /// <summary>A value of a ConfigMap that kustomize can build.</summary>
    public static string EnvValue(string text) => text.Any(c => char.IsControl(c) && c is not ('\t' or '\n'))
        ? throw new FormatException("Take out the control characters: kustomize cannot build them.")
        : text;

    /// <summary>A path over HTTP.</summary>
    public static string HttpPath(string text) => text.StartsWith('/') && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        ? text
        : throw new FormatException("Write a path that begins with '/', such as /healthz.");

    [GeneratedRegex(@"\A[a-z]([-a-z0-9]*[a-z0-9])?\z")]
    private static partial Regex Label();

    [GeneratedRegex(@"\A[a-z0-9]([-a-z0-9]*[a-z0-9])?\z")]
    private static partial Regex PortLabel();

    [GeneratedRegex(@"\A[-._a-zA-Z][-._a-zA-Z0-9]*\z")]
    private static partial Regex EnvKey();
}
