namespace GitOpsTasks.Hosts.Tests;

/// <summary>A folder that is removed when disposed.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("gitops-hosts-").FullName;

    public string PathOf(string file) => Path.Combine(FullPath, file);

    public void Write(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), content);
    }

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
