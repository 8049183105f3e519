using GitOpsTasks.Parts;

namespace GitOpsTasks.Hosts.Tests.Build;

/// <summary>A folder with a gitops.yaml, and the real command that builds from it.</summary>
internal sealed class BuildWorkplace : IDisposable
{
    private readonly GitOpsProcess _command = new("dotnet", Path.Combine(AppContext.BaseDirectory, "gitops.dll"));

    /// <summary>The folder; HOME too.</summary>
    public string Folder => _command.Home;

    /// <summary>An absolute path in the folder.</summary>
    public string PathOf(string relative) => Path.Combine(Folder, relative);

    /// <summary>Writes a file.</summary>
    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(relative))!);
        File.WriteAllText(PathOf(relative), text);
    }

    /// <summary>Describes an image of one layer, with a page of so many bytes that do not compress.</summary>
    public void DescribeLayers(string repository, int bytes = 100, string more = "")
    {
        var content = new byte[bytes];
        new Random(6).NextBytes(content);
        Directory.CreateDirectory(PathOf("site"));
        File.WriteAllBytes(PathOf("site/page"), content);
        Describe(repository, $"layers: [{{ from: site, to: /srv }}]\n    {more}");
    }

    /// <summary>Describes an image by the lines of its own.</summary>
    public void Describe(string repository, string lines) => Write("gitops.yaml", $"""
        apiVersion: gitops-tasks/v1
        images:
          web:
            repository: {repository}
            tags: ["type=raw,value=1.0", "type=raw,value=edge"]
            {lines}
        """);

    /// <summary>Starts <c>gitops build</c>.</summary>
    public System.Diagnostics.Process Start(string line, params IEnumerable<(string Name, string Value)> variables) =>
        _command.Start(["build", .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)], variables);

    /// <summary>Runs <c>gitops build</c>.</summary>
    public Task<GitOpsAnswer> RunAsync(string line, params IEnumerable<(string Name, string Value)> variables) =>
        _command.RunAsync(["build", .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)], variables);

    /// <summary>All that is left in its folders, but what it was given: its scratch folder should be empty.</summary>
    public string Scratch => _command.Scratch;

    public void Dispose() => _command.Dispose();
}
