namespace GitOpsTasks.Merge;

/// <summary>The command line that git runs as merge driver; a shell reads it.</summary>
internal static class DriverCommand
{
    /// <summary>The line.</summary>
    /// <param name="host">The program and the arguments that start it.</param>
    /// <param name="higher">Whether the higher of two versions wins.</param>
    /// <remarks>
    /// git quotes %P and the labels itself, and names the files in its own way, without spaces. Labels are known since git
    /// 2.44; an older one passes <c>%X</c> as it is. Where the driver cannot be started, or is killed, the shell has git merge the
    /// file: a code above 1 would make git keep ours, without markers.
    /// </remarks>
    public static string Line(IReadOnlyList<string> host, bool higher)
    {
        var program = string.Join(' ', host.Select(Quote));
        var options = $"{(higher ? "--higher " : "")}--marker-size=%L --base-label=%S --ours-label=%X --theirs-label=%Y";
        return $"{program} {MergeFiles.Command} {options} -- %O %A %B %P; code=$?; test $code -le 1 && exit $code; "
            + "git merge-file -q --marker-size=%L -L ours -L base -L theirs %A %O %B || exit 1";
    }

    private static string Quote(string word)
    {
        var plain = word.All(c => char.IsAsciiLetterOrDigit(c) || "/._-+:".Contains(c));
        return (plain ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'").Replace("%", "%%", StringComparison.Ordinal);
    }
}
