using System.Text;
using System.Text.Json;
using GitOpsTasks.Contracts;

namespace GitOpsTasks.Registry;

/// <summary>
/// Keeps an image layout for one writer. The lock is on the file <c>oci-layout</c>, which every layout has and nobody
/// replaces, so that nothing is left behind and a process that is killed holds nothing.
/// </summary>
internal static class LayoutLock
{
    private const string Version = """{"imageLayoutVersion":"1.0.0"}""";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    // What "in use by another process" is called: on Windows, on Linux, on macOS.
    private static readonly int[] InUse = [32, 33, 11, 35];

    /// <summary>Takes the lock, waiting for others to give it back; disposing does so.</summary>
    /// <param name="directory">The layout's folder, made where it is not there.</param>
    /// <param name="time">Clock.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    public static async Task<FileStream> TakeAsync(string directory, TimeProvider time, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory, "oci-layout");
        for (var since = time.GetTimestamp(); ; await Task.Delay(Pause, time, cancellationToken))
        {
            try
            {
                Directory.CreateDirectory(directory);
                var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return Marked(file, path);
            }
            catch (IOException e) when (InUse.Contains(e.HResult & 0xFFFF))
            {
                if (time.GetElapsedTime(since) > LongestWait)
                    throw Busy(directory);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw TaskFailedException.Usage(
                    UsageCodes.WriteFailed, $"'{path}' cannot be written: {e.Message}", "Check the folder's permissions and free space.");
            }
        }
    }

    private static FileStream Marked(FileStream file, string path)
    {
        try
        {
            if (file.Length == 0)
            {
                file.Write(Encoding.UTF8.GetBytes(Version));
                file.Flush();
            }
            else if (!IsKnown(file))
            {
                throw TaskFailedException.Usage(
                    RegistryCodes.LayoutInvalid,
                    $"'{path}' is not that of an OCI image layout of version 1.",
                    "Remove the folder, or name another.");
            }

            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static bool IsKnown(FileStream file)
    {
        try
        {
            using var document = JsonDocument.Parse(file);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && DescriptorJson.Text(document.RootElement, "imageLayoutVersion") is { } version
                && version.StartsWith("1.", StringComparison.Ordinal);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static TaskFailedException Busy(string directory) => TaskFailedException.External(
        RegistryCodes.LayoutBusy,
        $"Another process has been writing the image layout '{directory}' for {LongestWait.TotalSeconds:0} seconds.",
        "Wait for it to end, or write to another folder.");
}
