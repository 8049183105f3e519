using System.Text.RegularExpressions;
using GitOpsTasks.Images;

namespace GitOpsTasks.Generate.Spec;

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

    /// <summary>A name that most objects can have (RFC 1123 subdomain).</summary>
    public static string ObjectName(string text) => text.Length <= 253 && Subdomain().IsMatch(text)
        ? text
        : throw new FormatException("Write lower-case letters, digits, '-' and '.', beginning and ending with a letter or digit.");

    /// <summary>A name that a volume can have (RFC 1123 label).</summary>
    public static string VolumeName(string text) => text.Length <= 50 && text != "tmp" && !text.StartsWith("tmp-", StringComparison.Ordinal) && !text.StartsWith("files", StringComparison.Ordinal) && PortLabel().IsMatch(text)
        ? text
        : throw new FormatException("Write at most 50 lower-case letters, digits and hyphens; 'tmp' and names that begin with 'tmp-' or 'files' are taken.");

    /// <summary>A host name, with a wildcard for its first part or without.</summary>
    public static string Host(string text) =>
        text.Length <= 253 && Subdomain().IsMatch(text.StartsWith("*.", StringComparison.Ordinal) ? text[2..] : text)
            ? text
            : throw new FormatException("Write a host name in lower case, such as shop.example.com or *.example.com.");

    /// <summary>The key of a label or annotation.</summary>
    public static string LabelKey(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return LabelText().IsMatch(text[(slash + 1)..]) && text.Length - slash <= 64 && (slash < 0 || (slash <= 253 && Subdomain().IsMatch(text[..slash])))
            ? text
            : throw new FormatException("Write letters, digits, '-', '_' or '.', after a domain and '/' if you like, such as acme.example/team.");
    }

    /// <summary>The key of a label that selectors do not use.</summary>
    public static string OwnLabelKey(string text) => text is "app.kubernetes.io/name" or "app.kubernetes.io/instance"
        ? throw new FormatException("Take another label: this one selects the pods and is the application's name.")
        : LabelKey(text);

    /// <summary>The value of a label.</summary>
    public static string LabelValue(string text) => text.Length == 0 || (text.Length <= 63 && LabelText().IsMatch(text))
        ? text
        : throw new FormatException("Write at most 63 letters, digits, '-', '_' or '.', beginning and ending with a letter or digit.");

    /// <summary>An absolute path in the container.</summary>
    public static string ContainerPath(string text) =>
        text.Length > 1 && text.StartsWith('/') && !text.EndsWith('/') && !text.Contains(':') && !text.Split('/').Skip(1).Any(part => part is "" or "." or "..")
            ? text
            : throw new FormatException("Write an absolute path in the container, such as /var/lib/app.");

    /// <summary>A span of time as Go writes it.</summary>
    public static string Duration(string text) => GoDuration().IsMatch(text)
        ? text
        : throw new FormatException("Write a time such as 30s, 5m or 1h30m.");

    /// <summary>A number, or a share in percent.</summary>
    public static string Share(string text) => ShareText().IsMatch(text)
        ? text
        : throw new FormatException("Write a number such as 1, or a share such as 25%.");

    /// <summary>A schedule of a CronJob.</summary>
    public static string Schedule(string text) =>
        text.StartsWith('@') || (text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 5 && !text.StartsWith("TZ=", StringComparison.Ordinal))
            ? text
            : throw new FormatException("Write minute, hour, day, month and weekday, such as 0 3 * * *.");

    /// <summary>A number that is not less than another.</summary>
    public static Func<int, int> AtLeast(int least) =>
        number => number >= least ? number : throw new FormatException($"Write {least} or more.");

    /// <summary>A share in percent.</summary>
    public static int Percent(int number) =>
        number is >= 0 and <= 100 ? number : throw new FormatException("Write a number from 0 to 100.");

    /// <summary>An image, with a version or without.</summary>
    public static ImageReference Image(string text)
    {
        if (!ImageReference.TryParse(text, out var image))
            throw new FormatException("Write registry, repository and, if you like, a first version, such as ghcr.io/acme/web:1.0.0.");
        return image.Tag == "latest"
            ? throw new FormatException("Leave the tag out, or name a version: what 'latest' is changes by itself.")
            : image;
    }

    /// <summary>A number of pods.</summary>
    public static int Replicas(int number) => number >= 0 ? number : throw new FormatException("Write 0 or more.");

    /// <summary>A key of a ConfigMap that is also the name of an environment variable.</summary>
    public static string EnvName(string text) => text.Length <= 253 && EnvKey().IsMatch(text) && text != "." && !text.StartsWith("..", StringComparison.Ordinal)
        ? text
        : throw new FormatException("Write letters, digits, '_', '-' or '.', not beginning with a digit or two dots.");

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

    [GeneratedRegex(@"\A[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\z")]
    private static partial Regex Subdomain();

    [GeneratedRegex(@"\A[A-Za-z0-9]([-_.A-Za-z0-9]*[A-Za-z0-9])?\z")]
    private static partial Regex LabelText();

    [GeneratedRegex(@"\A([0-9]+(\.[0-9]+)?(ms|s|m|h))+\z")]
    private static partial Regex GoDuration();

    [GeneratedRegex(@"\A[0-9]{1,5}%?\z")]
    private static partial Regex ShareText();

    [GeneratedRegex(@"\A[-._a-zA-Z][-._a-zA-Z0-9]*\z")]
    private static partial Regex EnvKey();
}
