using System.Numerics;

namespace GitOpsTasks.Yaml;

/// <summary>Dates and times of YAML 1.1: <c>2001-12-14</c>, <c>2001-12-14t21:59:43.10-05:00</c>, <c>2001-12-14 21:59:43.10 -5</c>.</summary>
internal static class PlainTimestamp
{
    public static bool Matches<T>(ReadOnlySpan<T> text)
        where T : unmanaged, IBinaryInteger<T>
    {
        var cursor = new PlainCursor<T>(text, skipsUnderscores: false);
        if (cursor.TakeDigits(most: 4) != 4 || !TakeAfter('-', ref cursor) || !TakeAfter('-', ref cursor))
            return false;
        if (cursor.IsAtEnd)
            return true;
        if (!cursor.Take('T') && !cursor.Take('t') && !cursor.TakeSpace())
            return false;
        if (cursor.TakeDigits(most: 2) == 0 || !TakeAfter(':', ref cursor) || !TakeAfter(':', ref cursor))
            return false;
        if (cursor.Take('.'))
            cursor.TakeDigits();
        return TakeZone(ref cursor) && cursor.IsAtEnd;
    }

    private static bool TakeAfter<T>(char separator, ref PlainCursor<T> cursor)
        where T : unmanaged, IBinaryInteger<T> =>
        cursor.Take(separator) && cursor.TakeDigits(most: 2) > 0;

    private static bool TakeZone<T>(ref PlainCursor<T> cursor)
        where T : unmanaged, IBinaryInteger<T>
    {
        cursor.TakeSpace();
        if (cursor.Take('Z') || !cursor.TakeSign())
            return true;
        return cursor.TakeDigits(most: 2) > 0 && (cursor.Next != ':' || TakeAfter(':', ref cursor));
    }
}
