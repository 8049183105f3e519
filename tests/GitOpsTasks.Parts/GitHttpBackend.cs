using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Parts;

/// <summary>Hands HTTP requests to <c>git http-backend</c>, git's own CGI program, so that the protocol is the real one.</summary>
public sealed class GitHttpBackend
{
    private readonly string _root;
    private readonly HermeticGit _git;

    /// <summary>Serves the repositories below a folder.</summary>
    /// <param name="projectsRoot">Absolute path; <c>/a/b.git/info/refs</c> is of the repository <c>a/b.git</c> in it.</param>
    public GitHttpBackend(string projectsRoot)
    {
        _root = projectsRoot;
        _git = new HermeticGit(projectsRoot);
    }

    /// <summary>Answers one request of git's smart HTTP protocol.</summary>
    /// <param name="http">The request and its response.</param>
    /// <param name="user">Who is pushing; null is nobody, who may only fetch.</param>
    public async Task HandleAsync(HttpContext http, string? user)
    {
        using var process = Process.Start(StartOf(http.Request, user))!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(http.RequestAborted);
            var sending = SendBodyAsync(http.Request, process.StandardInput.BaseStream, http.RequestAborted);
            await CgiResponse.CopyAsync(process.StandardOutput.BaseStream, http.Response, http.RequestAborted);
            await sending;
            await errors;
            await process.WaitForExitAsync(http.RequestAborted);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private ProcessStartInfo StartOf(HttpRequest request, string? user)
    {
        var start = new ProcessStartInfo("git", ["http-backend"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _root,
        };
        start.Environment.Clear();
        foreach (var (name, value) in _git.NextEnvironment().Variables)
            start.Environment[name] = value;
        foreach (var (name, value) in Variables(request, user))
        {
            if (!string.IsNullOrEmpty(value))
                start.Environment[name] = value;
        }

        return start;
    }

    private IEnumerable<(string Name, string? Value)> Variables(HttpRequest request, string? user) =>
    [
        ("GIT_PROJECT_ROOT", _root),
        ("GIT_HTTP_EXPORT_ALL", "1"),
        ("REQUEST_METHOD", request.Method),
        ("PATH_INFO", request.Path.Value),
        ("QUERY_STRING", request.QueryString.Value?.TrimStart('?')),
        ("CONTENT_TYPE", request.ContentType),
        ("CONTENT_LENGTH", request.ContentLength?.ToString(CultureInfo.InvariantCulture)),
        ("HTTP_CONTENT_ENCODING", request.Headers.ContentEncoding),
        ("GIT_PROTOCOL", request.Headers["Git-Protocol"]),
        ("REMOTE_USER", user),
        ("REMOTE_ADDR", "127.0.0.1"),
        ("SERVER_PROTOCOL", request.Protocol),
    ];

    private static async Task SendBodyAsync(HttpRequest request, Stream input, CancellationToken cancellationToken)
    {
        try
        {
            await request.Body.CopyToAsync(input, cancellationToken);
            input.Close();
        }
        catch (IOException)
        {
            // The program answered without reading the whole request, which is its right.
        }
    }
}
