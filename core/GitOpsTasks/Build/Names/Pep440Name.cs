using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace GitOpsTasks.Build.Names;

/// <summary>A version of a Python package, by PEP 440: <c>[N!]N(.N)*[{a|b|rc}N][.postN][.devN][+local]</c> and the spellings it takes for that.</summary>
internal sealed partial record Pep440Name : NamedVersion
{
    private readonly BigInteger _epoch;
    private readonly BigInteger[] _release;
    private readonly (string Word, BigInteger Number)? _pre;
    private readonly BigInteger? _post;
    private readonly BigInteger? _dev;
    private readonly string _local;

    private Pep440Name(string raw, Match match)
        : base(raw)
    {
        _epoch = Number(match.Groups["epoch"]);
        _release = [.. match.Groups["release"].Value.Split('.').Select(Parse)];
        _pre = match.Groups["pre"].Success ? (Word(match.Groups["pre"].Value), Number(match.Groups["pren"])) : null;
        _post = match.Groups["post"].Success ? Number(match.Groups["postn"]) : match.Groups["bare"].Success ? Number(match.Groups["bare"]) : null;
        _dev = match.Groups["dev"].Success ? Number(match.Groups["devn"]) : null;
        _local = match.Groups["local"].Value.ToLowerInvariant().Replace('-', '.').Replace('_', '.');
    }

    /// <inheritdoc />
    public override string Version =>
        (_epoch.IsZero ? "" : $"{_epoch}!") + string.Join('.', _release)
        + (_pre is var (word, number) ? $"{word}{number}" : "")
        + (_post is { } post ? $".post{post}" : "") + (_dev is { } dev ? $".dev{dev}" : "")
        + (_local.Length > 0 ? $"+{_local}" : "");

    /// <inheritdoc />
    public override string Major => Part(0);

    /// <inheritdoc />
    public override string Minor => Part(1);

    /// <inheritdoc />
    public override string Patch => Part(2);

    /// <inheritdoc />
    public override bool IsFinal => _pre is null && _post is null && _dev is null;

    // By PEP 440: 1.dev1 < 1a1.dev1 < 1a1 < 1 < 1.post1; the local part has no say here.
    private (BigInteger Epoch, string Pre, BigInteger PreNumber, BigInteger Post, bool IsDone, BigInteger Dev) Order =>
        (_epoch, _pre?.Word ?? (_post is null && _dev is not null ? "" : "~"), _pre?.Number ?? 0, _post ?? -1, _dev is null, _dev ?? 0);

    /// <summary>Reads a text; null where it is no version by PEP 440.</summary>
    public static Pep440Name? TryParse(string text) =>
        text.Length <= 256 && Grammar().Match(text) is { Success: true } match ? new Pep440Name(text, match) : null;

    /// <inheritdoc />
    public override int CompareTo(NamedVersion? other)
    {
        if (other is not Pep440Name pep)
            return 0;
        for (var i = 0; _epoch == pep._epoch && i < Math.Max(_release.Length, pep._release.Length); i++)
        {
            var order = _release.ElementAtOrDefault(i).CompareTo(pep._release.ElementAtOrDefault(i));
            if (order != 0)
                return order;
        }

        return Order.CompareTo(pep.Order);
    }

    private static string Word(string text) => char.ToLowerInvariant(text[0]) switch { 'a' => "a", 'b' => "b", _ => "rc" };

    private static BigInteger Number(Group digits) => digits is { Success: true, Length: > 0 } ? Parse(digits.Value) : BigInteger.Zero;

    private static BigInteger Parse(string digits) => BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private string Part(int index) => _release.ElementAtOrDefault(index).ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\A\s*v?((?<epoch>[0-9]+)!)?(?<release>[0-9]+(\.[0-9]+)*)"
        + @"([-_.]?(?<pre>alpha|beta|preview|pre|rc|a|b|c)([-_.]?(?<pren>[0-9]+))?)?"
        + @"(-(?<bare>[0-9]+)|[-_.]?(?<post>post|rev|r)([-_.]?(?<postn>[0-9]+))?)?"
        + @"([-_.]?(?<dev>dev)([-_.]?(?<devn>[0-9]+))?)?"
        + @"(\+(?<local>[a-z0-9]+([-_.][a-z0-9]+)*))?\s*\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Grammar();
}
