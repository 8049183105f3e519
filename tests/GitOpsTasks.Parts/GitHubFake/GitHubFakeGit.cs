using Microsoft.AspNetCore.Http;

namespace GitOpsTasks.Parts;

/// <summary>The git side of the fake: smart HTTP, with the API's token as the password.</summary>
internal sealed class GitHubFakeGit(string root, string token, GitHubFakeState state)
{
    private readonly GitHttpBackend _backend = new(root);

    public async Task HandleAsync(HttpContext http, string path)
    {
        // Clones work with and without the extension.
        if (path.Split('/') is ["", _, var name, ..] && !name.EndsWith(".git", StringComparison.Ordinal))
            http.Request.Path = path = path.Replace($"/{name}/", $"/{name}.git/", StringComparison.Ordinal);
        var fault = state.FaultOf(http.Request.Method, path);
        if (fault is not null)
            await fault.Meanwhile();
        if (fault?.CutsAfterApplying == true)
            http.Response.Body = Stream.Null;
        if (fault?.Reply is { } refusal)
            http.Response.StatusCode = refusal.Status;
        else if (GitHttpServer.PasswordOf(http.Request) == token)
            await _backend.HandleAsync(http, "fake-user");
        else
            GitHttpServer.Challenge(http.Response);
        state.Log(new GitHubFakeRequest(http.Request.Method, path + http.Request.QueryString, "", http.Response.StatusCode));
        await FollowPushAsync(path);
        if (fault?.CutsAfterApplying == true)
            http.Abort();
    }

    // A branch that a push deletes closes its pull requests at once, even if the next push brings it back.
    private async Task FollowPushAsync(string path)
    {
        if (path.Split('/') is not ["", var owner, var file, "git-receive-pack"]
            || state.Find($"{owner}/{file[..^".git".Length]}") is not { } repository)
            return;
        await state.AloneAsync(async () =>
        {
            await repository.FollowBranchesAsync();
            return true;
        });
    }
}
