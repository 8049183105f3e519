using System.Globalization;

namespace GitOpsTasks.Build.Names;

/// <summary>The parts of a time that a format of moment.js can name, as far as they do not depend on a language's customs.</summary>
internal static class DateTokens
{
    private const int Longest = 4;

    private static readonly Dictionary<string, Func<DateTimeOffset, string>?> s_tokens = new(StringComparer.Ordinal)
    {
        ["YYYY"] = t => Pad(t.Year, 4),
        ["YY"] = t => Pad(t.Year % 100, 2),
        ["Y"] = t => Pad(t.Year, 1),
        ["Q"] = t => Pad(((t.Month - 1) / 3) + 1, 1),
        ["M"] = t => Pad(t.Month, 1),
        ["MM"] = t => Pad(t.Month, 2),
        ["MMM"] = t => Net(t, "MMM"),
        ["MMMM"] = t => Net(t, "MMMM"),
        ["D"] = t => Pad(t.Day, 1),
        ["DD"] = t => Pad(t.Day, 2),
        ["DDD"] = t => Pad(t.DayOfYear, 1),
        ["DDDD"] = t => Pad(t.DayOfYear, 3),
        ["d"] = t => Pad((int)t.DayOfWeek, 1),
        ["dd"] = t => Net(t, "ddd")[..2],
        ["ddd"] = t => Net(t, "ddd"),
        ["dddd"] = t => Net(t, "dddd"),
        ["E"] = t => Pad(t.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)t.DayOfWeek, 1),
        ["W"] = t => Pad(ISOWeek.GetWeekOfYear(t.DateTime), 1),
        ["WW"] = t => Pad(ISOWeek.GetWeekOfYear(t.DateTime), 2),
        ["GG"] = t => Pad(ISOWeek.GetYear(t.DateTime) % 100, 2),
        ["GGGG"] = t => Pad(ISOWeek.GetYear(t.DateTime), 4),
        ["H"] = t => Pad(t.Hour, 1),
        ["HH"] = t => Pad(t.Hour, 2),
        ["h"] = t => Pad(Twelve(t), 1),
        ["hh"] = t => Pad(Twelve(t), 2),
        ["k"] = t => Pad(t.Hour == 0 ? 24 : t.Hour, 1),
        ["kk"] = t => Pad(t.Hour == 0 ? 24 : t.Hour, 2),
        ["m"] = t => Pad(t.Minute, 1),
        ["mm"] = t => Pad(t.Minute, 2),
        ["s"] = t => Pad(t.Second, 1),
        ["ss"] = t => Pad(t.Second, 2),
        ["S"] = t => Net(t, "%f"),
        ["SS"] = t => Net(t, "ff"),
        ["SSS"] = t => Net(t, "fff"),
        ["A"] = t => t.Hour < 12 ? "AM" : "PM",
        ["a"] = t => t.Hour < 12 ? "am" : "pm",
        ["Z"] = t => Net(t, "zzz"),
        ["ZZ"] = t => Net(t, "zzz").Replace(":", "", StringComparison.Ordinal),
        ["X"] = t => t.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        ["x"] = t => t.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),

        // Known to moment.js and not written here.
        ["Do"] = null, ["Mo"] = null, ["Qo"] = null, ["do"] = null, ["DDDo"] = null, ["wo"] = null, ["Wo"] = null,
        ["w"] = null, ["ww"] = null, ["gg"] = null, ["gggg"] = null, ["e"] = null, ["N"] = null, ["y"] = null,
        ["z"] = null, ["zz"] = null, ["L"] = null, ["LL"] = null, ["LLL"] = null, ["LLLL"] = null, ["LT"] = null,
        ["LTS"] = null, ["l"] = null, ["ll"] = null, ["lll"] = null, ["llll"] = null,
    };

    /// <summary>The longest token at an index of a format; null where there is none.</summary>
    public static string? At(string format, int index)
    {
        for (var length = Math.Min(Longest, format.Length - index); length > 0; length--)
        {
            if (s_tokens.ContainsKey(format.Substring(index, length)))
                return format.Substring(index, length);
        }

        return null;
    }

    /// <summary>What a token stands for; null where it is one that is not written here.</summary>
    public static string? Write(string token, DateTimeOffset time) => s_tokens[token]?.Invoke(time);

    private static string Pad(int number, int digits) => number.ToString("D" + digits, CultureInfo.InvariantCulture);

    private static string Net(DateTimeOffset time, string format) => time.ToString(format, CultureInfo.InvariantCulture);

    private static int Twelve(DateTimeOffset time) => time.Hour % 12 == 0 ? 12 : time.Hour % 12;
}
