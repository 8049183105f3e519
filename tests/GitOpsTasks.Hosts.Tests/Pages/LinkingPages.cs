using GitOpsTasks.Hosts.Tests.Declarations;

namespace GitOpsTasks.Hosts.Tests.Pages;

public sealed class LinkingPages
{
    public static TheoryData<string> Paths => [.. Page.Paths];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Leads_to_files_and_headings_that_there_are(string path)
    {
        var broken = new List<string>();
        foreach (var link in Page.Read(path).Links.Where(link => !link.Contains(':', StringComparison.Ordinal)))
        {
            var parts = link.Split('#', 2);
            var target = parts[0].Length == 0 ? path : Path.GetRelativePath(Repository.Root, Repository.PathOf(Path.Combine(Path.GetDirectoryName(path)!, parts[0])));
            if (!Path.Exists(Repository.PathOf(target)))
                broken.Add(link);
            else if (parts.Length == 2 && !Page.Read(target).Anchors.Contains(parts[1]))
                broken.Add($"{link}, where there are {string.Join(", ", Page.Read(target).Anchors)}");
        }

        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Leaves_no_page_out()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { "README.md" };
        var next = new Queue<string>(reached);
        while (next.TryDequeue(out var path))
        {
            foreach (var link in Page.Read(path).Links.Where(link => !link.Contains(':', StringComparison.Ordinal)))
            {
                var target = Path.GetRelativePath(Repository.Root, Repository.PathOf(Path.Combine(Path.GetDirectoryName(path)!, link.Split('#')[0]))).Replace('\\', '/');
                if (Page.Paths.Contains(target) && reached.Add(target))
                    next.Enqueue(target);
            }
        }

        Page.Paths.Except(reached).ShouldBeEmpty();
    }
}
