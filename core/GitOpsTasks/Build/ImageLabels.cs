namespace GitOpsTasks.Build;

/// <summary>How values of labels are written.</summary>
internal static class ImageLabels
{
    /// <summary>A time as RFC 3339 in UTC, to the second.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
}
